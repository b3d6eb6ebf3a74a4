import type { Json, JsonObject } from '../flow/json.ts';
import { isJsonObject } from '../flow/json.ts';

/** Whether two values are the same JSON, whatever the order of members. What is undefined is absent. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => sameJson(item, b[at]));
  }
  return isJsonObject(a) && isJsonObject(b) && sameMembers(a, b);
}

function sameMembers(a: JsonObject, b: JsonObject): boolean {
  for (const name of Object.keys(a)) if (!sameJson(a[name], member(b, name))) return false;
  for (const name of Object.keys(b)) {
    if (member(a, name) === undefined && b[name] !== undefined) return false;
  }
  return true;
}

/** A member of its own, never one that every object has. */
export function member(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The object with a member set, or without it if the value is undefined. */
export function withMember(object: JsonObject, name: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...object, [name]: value };
  const { [name]: _gone, ...others } = object;
  return others;
}

/** The items of a list of things; none if it is no such list. */
export function itemsIn(thing: JsonObject, list: string): readonly JsonObject[] {
  const items = member(thing, list);
  return Array.isArray(items) && items.every(isJsonObject) ? items : NO_ITEMS;
}
const NO_ITEMS: readonly JsonObject[] = [];
