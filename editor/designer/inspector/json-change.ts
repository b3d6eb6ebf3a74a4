import { canonicalJson } from '../../../definitions/flow/canonical.ts';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';

/** The steps to a part of a node: names of members, and indexes of items. */
export type Steps = readonly (string | number)[];

/** What stands at the end of the steps; undefined: nothing does. */
export function valueAt(value: Json | undefined, steps: Steps): Json | undefined {
  return steps.reduce<Json | undefined>((part, step) => {
    if (isList(part)) return part[Number(step)];
    return isObject(part) && Object.hasOwn(part, step) ? part[step] : undefined;
  }, value);
}

/** A copy with another value at the end of the steps; undefined leaves it out. What lies beside is the same as before. */
export function withValueAt(value: Json | undefined, steps: Steps, set: Json | undefined): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return set;
  if (isList(value)) {
    const index = Number(step);
    const item = withValueAt(value[index], rest, set);
    return item === undefined ? value.filter((_, at) => at !== index) : value.with(index, item);
  }
  const { [step]: before, ...others } = isObject(value) ? value : {};
  const member = withValueAt(before, rest, set);
  if (member === undefined) return others;
  return { ...(isObject(value) ? value : {}), [step]: member };
}

/** The deepest place that holds all that differs between two values; null when nothing does. */
export function placeOfChange(before: Json | undefined, after: Json | undefined): Steps | null {
  if (isSameJson(before, after)) return null;
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return theOnly(
      [...names].filter((name) => !isSameJson(own(before, name), own(after, name))),
      before,
      after,
    );
  }
  if (isList(before) && isList(after) && before.length === after.length)
    return theOnly(
      [...after.keys()].filter((index) => !isSameJson(before[index], after[index])),
      before,
      after,
    );
  return [];
}

function theOnly(changed: readonly (string | number)[], before: Json, after: Json): Steps {
  const [step, ...others] = changed;
  if (step === undefined || others.length > 0) return [];
  return [step, ...(placeOfChange(valueAt(before, [step]), valueAt(after, [step])) ?? [])];
}

/** Whether two values are the same JSON, however their members are ordered. */
export function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  return canonicalJson(one) === canonicalJson(other);
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}
