import { canonicalJson } from '../../../definitions/flow/canonical.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../definitions/flow/json.ts';

/** A value somewhere inside a field that is not as it was. Absent `before` or `after`: there was, or is, none. */
export interface LeafChange {
  /** The names that lead to it, with what a part is one of (`decision`, `table`, `input`) among them; not its items. */
  readonly path: readonly string[];
  /** The items and named values on the way, as they are called: a way, a question, an input. */
  readonly items: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
  /** The same items stand in another order. */
  readonly isReordered?: true;
}

/** Members by which the items of a list are known. */
const KEYS = ['port', 'id', 'name'] as const;
/** Members that hold values by names which authors make up. */
const BY_NAME = new Set(['input', 'output', 'show', 'variables', 'activities', 'tasks']);
/** Members that say which of several forms a part has. */
const FORMS = ['kind', 'on'] as const;

/** The smallest differences between two values, in the order in which they stand. Keys that nobody sees are left out. */
export function leafChanges(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
  items: readonly string[] = [],
): readonly LeafChange[] {
  if (isSame(before, after)) return [];
  if (isWhole(path, before ?? after)) return [leaf(before, after, path, items)];
  const [was, is] = [before ?? emptyAs(after), after ?? emptyAs(before)];
  if (isJsonObject(was) && isJsonObject(is)) return ofMembers(was, is, path, items);
  if (isItems(was) && isItems(is)) return ofItems(was, is, path, items);
  return [leaf(before, after, path, items)];
}

function ofMembers(
  before: JsonObject,
  after: JsonObject,
  path: readonly string[],
  items: readonly string[],
): readonly LeafChange[] {
  const isByName = BY_NAME.has(path.at(-1) ?? '');
  const form = formOf(Object.keys(after).length > 0 ? after : before);
  const inside = form === undefined || path.length === 0 ? path : [...path, form];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    if (name === 'id' || name === 'port') return [];
    const [was, is] = [own(before, name), own(after, name)];
    return isByName
      ? leafChanges(was, is, path, [...items, name])
      : leafChanges(was, is, [...inside, name], items);
  });
}

function ofItems(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  path: readonly string[],
  items: readonly string[],
): readonly LeafChange[] {
  const key = KEYS.find((name) => [...before, ...after].every((item) => typeof item[name] === 'string'));
  if (key === undefined) return [leaf(before, after, path, items)];
  const [had, has] = [byKey(before, key), byKey(after, key)];
  const stayed = [...had.keys()].filter((one) => has.has(one));
  const order = [...has.keys()].filter((one) => had.has(one));
  const isReordered = stayed.some((one, at) => one !== order[at]);
  return [
    ...(isReordered ? [{ path, items, isReordered: true } as const] : []),
    ...[...new Set([...had.keys(), ...has.keys()])].flatMap((one) => {
      const [was, is] = [had.get(one), has.get(one)];
      return leafChanges(was, is, path, [...items, nameOf(is ?? was, one)]);
    }),
  ];
}

function leaf(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
  items: readonly string[],
): LeafChange {
  return {
    path,
    items,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** A type is said as one: what it is made of says nothing alone. */
function isWhole(path: readonly string[], value: Json | undefined): boolean {
  return path.at(-1) === 'type' && isJsonObject(value);
}

/** Which form a part has, as words of fields name it: a wait for a duration, a decision by a table. */
function formOf(part: JsonObject): string | undefined {
  const said = FORMS.map((name) => part[name]).find((form) => typeof form === 'string');
  if (typeof said === 'string') return said;
  return ['table', 'expression'].find((name) => name in part);
}

function emptyAs(value: Json | undefined): Json | undefined {
  if (isJsonObject(value)) return {};
  return isItems(value) ? [] : undefined;
}

function isItems(value: Json | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && (value satisfies readonly Json[]).every(isJsonObject);
}

function byKey(items: readonly JsonObject[], key: string): ReadonlyMap<string, JsonObject> {
  return new Map(items.map((item) => [String(item[key]), item]));
}

/** What people call an item. */
function nameOf(item: JsonObject | undefined, otherwise: string): string {
  const said = [item?.['label'], item?.['name']].find((name) => typeof name === 'string' && name !== '');
  return typeof said === 'string' ? said : otherwise;
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  return one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other);
}
