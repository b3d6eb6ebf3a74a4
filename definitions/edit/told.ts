import type { Json, JsonObject } from '../flow/json.ts';
import { below, partOf, placeOf, type Address, type Place } from './address.ts';
import type { Change } from './change.ts';
import { member, sameJson, withMember } from './json-things.ts';
import { makeInPart } from './make-in-part.ts';
import type { FieldNet } from './net.ts';
import { OpenPart } from './open-part.ts';
import { cellOf, type CellPlace } from './row-cells.ts';
import { keyedList } from './shape.ts';

/** An item as told in changes, with a field set; an empty cell is left out. */
export function told(item: JsonObject, place: Place, field: string, value: Json | undefined): JsonObject {
  return withMember(item, field, value === emptyOf(place, field) ? undefined : value);
}

/** What stands in a field of an item as told in changes. */
function toldIn(item: JsonObject, place: Place, field: string): Json | undefined {
  return member(item, field) ?? emptyOf(place, field);
}

/** What stands in a cell of which nothing is told; undefined for what is no cell. */
export function emptyOf(place: Place, field: string): string | undefined {
  return cellAt(place, field)?.cells.empty;
}

/** A part with changes made inside it; as it was, if they do not fit. */
export function foldedInto(item: JsonObject, { collection }: Place, changes: readonly Change[]): JsonObject {
  const part = new OpenPart(collection, item);
  for (const change of changes) {
    const place = placeOf(change.do === 'set' ? change.thing : change.list);
    if (place === undefined || 'code' in makeInPart(part, place, change)) return item;
  }
  return part.result();
}

/** The column that a field is a cell of; undefined for what is no cell. */
export function columnOf(place: Place, field: string): Address | undefined {
  const cell = cellAt(place, field);
  return cell === undefined ? undefined : below(below(partOf(place), cell.cells.columns), cell.column);
}

function cellAt({ collection, list }: Place, field: string): CellPlace | undefined {
  const shape = list === undefined ? undefined : keyedList(collection, list);
  return shape === undefined ? undefined : cellOf(shape, field);
}

/** The fields in which two items, as told in changes, differ. */
export function changedFields(place: Place, before: JsonObject, after: JsonObject): Map<string, FieldNet> {
  const fields = new Map<string, FieldNet>();
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [toldIn(before, place, field), toldIn(after, place, field)];
    if (!sameJson(was, is)) fields.set(field, { before: was, after: is });
  }
  return fields;
}
