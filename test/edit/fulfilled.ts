import { below, partOf } from '../../definitions/edit/address.ts';
import { itemsIn, sameJson } from '../../definitions/edit/json-things.ts';
import { indexOfKey, keysOf } from '../../definitions/edit/key.ts';
import type { NetOfChanges, ThingNet } from '../../definitions/edit/net.ts';
import { partIn } from '../../definitions/edit/open-content.ts';
import { cellOf, fieldsOf, type Columns } from '../../definitions/edit/row-cells.ts';
import {
  COLLECTIONS,
  keyedList,
  keyedLists,
  type Collection,
  type KeyedList,
} from '../../definitions/edit/shape.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';

/** What of an edit a content does not show. Cells of columns that the edit or the others removed count for nothing. */
export function unfulfilled(
  content: DraftContent,
  edit: NetOfChanges,
  others: NetOfChanges,
): readonly string[] {
  return [...edit.things.values()].flatMap((thing) => {
    const { net, address } = thing;
    const found = fieldsIn(content, thing);
    if (net.state === 'removed') return found === undefined ? [] : [`${address} is there`];
    const isEmptiedRow =
      net.state === 'changed' && [...net.fields.keys()].every((field) => isOfGone(thing, field));
    if (found === undefined) {
      return isEmptiedRow && others.of(address)?.state === 'removed' ? [] : [`${address} is not there`];
    }
    const wanted: readonly (readonly [string, Json | undefined])[] =
      net.state === 'added'
        ? thing.place.list === undefined
          ? []
          : Object.entries(net.item)
        : [...net.fields].map(([field, { after }]) => [field, after] as const);
    return wanted.flatMap(([field, value]) => {
      const empty = cellOf(listShape(thing), field)?.cells.empty;
      const is = Object.hasOwn(found, field) ? found[field] : empty;
      const isSame = sameJson(is, value);
      return isSame || isOfGone(thing, field)
        ? []
        : [`${address} ${field}: ${String(is)}, not ${String(value)}`];
    });
  });

  function isOfGone(thing: ThingNet, field: string): boolean {
    const cell = cellOf(listShape(thing), field);
    if (cell === undefined) return false;
    const column = below(below(partOf(thing.place), cell.cells.columns), cell.column);
    return edit.of(column)?.state === 'removed' || others.of(column)?.state === 'removed';
  }
}

function fieldsIn(content: DraftContent, { place }: ThingNet): JsonObject | undefined {
  const part = partIn(content, place.collection, place.id);
  const shape = keyedList(place.collection, place.list ?? '');
  if (part === undefined || shape === undefined) return part;
  const items = itemsIn(part, place.list ?? '');
  const item = items[indexOfKey(items, shape.key, place.key ?? '')];
  return item === undefined ? undefined : fieldsOf(item, shape, columnsOf(place.collection, part));
}

function columnsOf(collection: Collection, part: JsonObject): Columns {
  return (list) => keysOf(itemsIn(part, list), keyedList(collection, list)?.key ?? '');
}

function listShape({ place }: ThingNet): KeyedList {
  return keyedList(place.collection, place.list ?? '') ?? { key: '' };
}

/** All of a content, with the items of each list in no order: cells stand by the keys of their columns. */
export function unordered(content: DraftContent): unknown {
  const whole = (collection: Collection, part: JsonObject): unknown => ({
    ...part,
    ...Object.fromEntries(
      keyedLists(collection).map(([name, shape]) => [
        name,
        itemsIn(part, name)
          .map((item) => canonicalJson(fieldsOf(item, shape, columnsOf(collection, part))))
          .sort(),
      ]),
    ),
  });
  return COLLECTIONS.map((collection) =>
    collection === 'flow'
      ? whole(collection, partIn(content, collection, undefined) ?? {})
      : Object.keys(content[collection])
          .sort()
          .map((id) => [id, whole(collection, partIn(content, collection, id) ?? {})]),
  );
}
