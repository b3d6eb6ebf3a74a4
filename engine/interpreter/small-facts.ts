import type { Read } from '../../definitions/feel/compile.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';

/** Longest string, in characters, and most entries that the trace carries of one value. */
const LONGEST = 120;
const MOST = 20;

/**
 * A value as the trace keeps it: small, so that a way of thousands of steps stays small. Long strings and what lies
 * deeper than one level are left out.
 */
export function fact(value: Json): Json {
  if (isScalar(value)) return scalar(value);
  if (isList(value))
    return value.length <= MOST && value.every(isScalar) ? value.map(scalar) : { entries: value.length };
  return facts(value);
}

/** The scalars of an object, without those named in `except`. */
export function facts(values: JsonObject, except?: ReadonlySet<string>): JsonObject {
  const kept: { [name: string]: Json } = {};
  let left = MOST;
  for (const name in values) {
    const value = values[name];
    if (value === undefined || !isScalar(value) || except?.has(name) === true) continue;
    kept[name] = scalar(value);
    left -= 1;
    if (left === 0) break;
  }
  return kept;
}

/** Values under their names, as facts. A name that is null and a value that is undefined are left out. */
export function namedFacts(
  names: readonly (string | null)[],
  values: readonly (Json | undefined)[],
): JsonObject {
  const kept: { [name: string]: Json } = {};
  const count = Math.min(values.length, MOST);
  for (let i = 0; i < count; i += 1) {
    const name = names[i] ?? null;
    const value = values[i];
    if (name !== null && value !== undefined) kept[name] = fact(value);
  }
  return kept;
}

/** What an expression looked at among the variables, as facts, by the names it has for them: `facts.topic`. */
export function seen(reads: readonly Read[], variables: JsonObject): JsonObject {
  const kept: { [name: string]: Json } = {};
  const count = Math.min(reads.length, MOST);
  for (let i = 0; i < count; i += 1) {
    const read = reads[i];
    if (read !== undefined) kept[read.name] = fact(valueAt(read.path, variables));
  }
  return kept;
}

function valueAt(path: readonly string[], variables: JsonObject): Json {
  let value: Json = variables;
  for (const name of path) {
    if (isScalar(value) || isList(value) || !Object.hasOwn(value, name)) return null;
    value = value[name] ?? null;
  }
  return value;
}

function isScalar(value: Json): value is null | boolean | number | string {
  return value === null || typeof value !== 'object';
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function scalar(value: null | boolean | number | string): Json {
  return typeof value === 'string' && value.length > LONGEST ? { characters: value.length } : value;
}
