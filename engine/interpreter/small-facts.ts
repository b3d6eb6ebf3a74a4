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

function isScalar(value: Json): value is null | boolean | number | string {
  return value === null || typeof value !== 'object';
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function scalar(value: null | boolean | number | string): Json {
  return typeof value === 'string' && value.length > LONGEST ? { characters: value.length } : value;
}
