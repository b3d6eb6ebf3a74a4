import type { ValueType } from '../../flow/value-type.ts';
import type { Json } from '../../flow/json.ts';
import type { Budget } from '../budget.ts';
import { isTemporalKind, readTemporal, writeTemporal } from './notation.ts';
import { isDecimal, toDouble } from './number.ts';
import type { Value } from './value.ts';
import { contextOf, entryOf, isContext, isList, kindOf } from './value.ts';

export type Warn = (warning: string) => void;

/**
 * Reads JSON as the declared type says: ISO strings become values of time, what does not fit becomes null with a
 * warning (which names types, never values: they might be personal). Nothing is converted that is of another type.
 */
export function readJson(json: Json, type: ValueType, warn: Warn): Value {
  if (json === null) return null;
  const expected = type.type;
  if (expected === 'any') return json;
  if (expected === 'text' || expected === 'string')
    return typeof json === 'string' ? json : misfit(json, expected, warn);
  if (expected === 'number')
    return typeof json === 'number' && Number.isFinite(json) ? json : misfit(json, expected, warn);
  if (expected === 'boolean') return typeof json === 'boolean' ? json : misfit(json, expected, warn);
  if (isTemporalKind(expected)) {
    const value = typeof json === 'string' ? readTemporal(json, expected) : null;
    return value ?? misfit(json, expected, warn);
  }
  const value: Value = json;
  if (type.type === 'list') {
    if (!Array.isArray(json)) return misfit(json, expected, warn);
    return holdsTime(type.of) ? json.map((item: Json) => readJson(item, type.of, warn)) : value;
  }
  if (type.type !== 'context') return value;
  if (!isContext(value)) return misfit(json, expected, warn);
  if (!holdsTime(type)) return value;
  return contextOf(
    Object.entries(value).map(([name, entry]) => {
      const declared = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
      return [name, declared && isJson(entry) ? readJson(entry, declared, warn) : entry];
    }),
  );
}

/** The values inside a JSON context are JSON; the type of a context cannot say so. */
function isJson(value: Value): value is Json {
  return value === null || ['boolean', 'number', 'string', 'list', 'context'].includes(kindOf(value));
}

function misfit(json: Json, expected: string, warn: Warn): null {
  warn(
    `A value declared as ${expected} held ${kindOf(json) === expected ? 'something unreadable' : `a ${kindOf(json)}`}.`,
  );
  return null;
}

/** Whether JSON of this type has parts that must be read into values of time. */
export function holdsTime(type: ValueType): boolean {
  if (type.type === 'list') return holdsTime(type.of);
  if (type.type === 'context') return Object.values(type.fields).some(holdsTime);
  return isTemporalKind(type.type);
}

/**
 * Writes a value as JSON: values of time as ISO 8601, exact decimals as the nearest double. Ranges and functions
 * have no JSON and become null with a warning.
 */
export function writeJson(value: Value, budget: Budget, warn: Warn): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  if (isDecimal(value)) return toDouble(value);
  if (isList(value)) {
    budget.spend(value.length);
    return budget.nested(() => value.map((item) => writeJson(item, budget, warn)));
  }
  const time = writeTemporal(value);
  if (time !== undefined) return time;
  if (!isContext(value)) {
    warn(`A ${kindOf(value)} cannot be kept as a result.`);
    return null;
  }
  const names = Object.keys(value);
  budget.spend(names.length);
  return budget.nested(() =>
    Object.fromEntries(names.map((name) => [name, writeJson(entryOf(value, name) ?? null, budget, warn)])),
  );
}
