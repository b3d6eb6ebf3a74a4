import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import { membersIn, requiredIn, schemaAt, formOf, formsOf, type FormSchema } from './form-schema.ts';
import { isList, isObject, isSameJson } from './json-change.ts';

/**
 * A changed value as it is kept: what may be absent and is empty is left out. What did not change stays as it was,
 * the very same value, whatever it holds.
 */
export function tidied(
  schema: FormSchema,
  before: Json | undefined,
  after: Json | undefined,
): Json | undefined {
  if (after === undefined || isSameJson(before, after)) return after === undefined ? undefined : before;
  if (isList(after)) {
    const items = isList(before) ? before : [];
    return after.map(
      (item, index) => tidied(schemaAt(schema, index, after), like(items, item, index), item) ?? item,
    );
  }
  if (!isObject(after)) return after;
  return tidyMembers(schema, isObject(before) ? before : {}, after);
}

function tidyMembers(schema: FormSchema, before: JsonObject, after: JsonObject): JsonObject {
  const form = formsOf(schema)[formOf(schema, after)] ?? schema;
  const required = requiredIn(form);
  const members: [string, Json][] = [];
  for (const [name, member] of Object.entries(after)) {
    const was = Object.hasOwn(before, name) ? before[name] : undefined;
    const kept = tidied(schemaAt(schema, name, after), was, member);
    if (kept === undefined) continue;
    if (
      isEmpty(kept) &&
      !required.includes(name) &&
      Object.hasOwn(membersIn(form), name) &&
      !isSameJson(kept, was)
    )
      continue;
    members.push([name, kept]);
  }
  return Object.fromEntries(members);
}

/** The item that an item was before: the same one, wherever it stood, else the one in its place. */
function like(items: readonly Json[], item: Json, index: number): Json | undefined {
  return items.find((other) => isSameJson(other, item)) ?? items[index];
}

function isEmpty(value: Json): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (isList(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
