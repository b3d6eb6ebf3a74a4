import { placeOf, type Address } from '../../../definitions/edit/address.ts';
import { thingOf, type Change } from '../../../definitions/edit/change.ts';
import { itemsIn } from '../../../definitions/edit/json-things.ts';
import { indexOfKey, readKey } from '../../../definitions/edit/key.ts';
import { partIn } from '../../../definitions/edit/open-content.ts';
import { cellOf } from '../../../definitions/edit/row-cells.ts';
import { keyedList } from '../../../definitions/edit/shape.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../definitions/flow/json.ts';

/** A thing as people know it: by its name, as an arrow between two steps, as a row of a table. */
export type ToldThing =
  | { readonly is: 'named'; readonly name: string }
  | { readonly is: 'arrow'; readonly from: string; readonly to: string }
  | { readonly is: 'row'; readonly table: string; readonly at: number | null }
  | { readonly is: 'unknown' };

/** Says what stands at an address, or stood there before it went with one of these changes. */
export function toldThing(content: DraftContent, address: Address, changes: readonly Change[]): ToldThing {
  const place = placeOf(address);
  if (place === undefined) return { is: 'unknown' };
  const { collection, id, list, key } = place;
  const part = partIn(content, collection, id) ?? goneItem(address, changes);
  const shape = list === undefined ? undefined : keyedList(collection, list);
  if (list === undefined || key === undefined || shape === undefined) return named(part, id ?? '');
  const items = itemsIn(part ?? {}, list);
  const at = indexOfKey(items, shape.key, key);
  const item = items[at] ?? goneItem(address, changes);
  if (list === 'rows') return { is: 'row', table: nameIn(part) ?? id ?? '', at: at === -1 ? null : at + 1 };
  if (list === 'edges' && item !== undefined) {
    const nodes = itemsIn(part ?? {}, 'nodes');
    const nodeName = (node: Json | undefined): string =>
      nameIn(nodes.find((one) => one['id'] === node)) ?? '';
    const from = item['from'];
    return {
      is: 'arrow',
      from: nodeName(isJsonObject(from) ? from['node'] : undefined),
      to: nodeName(item['to']),
    };
  }
  return named(item, readKey(key)?.text ?? key);
}

/** A field as it is called: of a cell the name of its column, else as it is written in the draft. */
export function toldField(content: DraftContent, address: Address, field: string): string {
  const place = placeOf(address);
  const shape = place?.list === undefined ? undefined : keyedList(place.collection, place.list);
  const cell = shape === undefined ? undefined : cellOf(shape, field);
  if (place === undefined || cell === undefined) return field;
  const columns = itemsIn(partIn(content, place.collection, place.id) ?? {}, cell.cells.columns);
  return nameIn(columns[indexOfKey(columns, 'id', cell.column)]) ?? cell.column;
}

function goneItem(address: Address, changes: readonly Change[]): JsonObject | undefined {
  const gone = changes.find(
    (change) => (change.do === 'remove' || change.do === 'add') && address === thingOf(change),
  );
  return gone?.do === 'remove' || gone?.do === 'add' ? gone.item : undefined;
}

function named(thing: JsonObject | undefined, otherwise: string): ToldThing {
  const name = nameIn(thing) ?? otherwise;
  return name === '' ? { is: 'unknown' } : { is: 'named', name };
}

function nameIn(thing: JsonObject | undefined): string | undefined {
  const name = thing?.['name'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}
