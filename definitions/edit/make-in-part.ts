import type { Json, JsonObject } from '../flow/json.ts';
import type { Place } from './address.ts';
import type { AddItem, Change, MoveItem, RemoveItem, SetField } from './change.ts';
import { keyText, readKey } from './key.ts';
import { sameJson } from './json-things.ts';
import type { OpenList } from './open-list.ts';
import type { OpenPart } from './open-part.ts';
import { cellOf, fieldsOf, fieldValue, itemOf, withField } from './row-cells.ts';
import { keyedList, type KeyedList } from './shape.ts';
import { unfit, type Unfit } from './unfit.ts';

/** Makes one change of a part, of one of its lists or of an item. Answers it as it was made, or why it cannot be. */
export function makeInPart(part: OpenPart, place: Place, change: Change): Change | Unfit {
  if (change.do === 'set' && place.list === undefined) return setInPart(part, change);
  const name = place.list ?? '';
  const shape = keyedList(part.collection, name);
  const list = part.list(name);
  if (shape === undefined || list === undefined) return unfit('no such place', change);
  if (change.do === 'set') return setInItem({ part, shape, list, name }, place.key ?? '', change);
  if (place.key !== undefined) return unfit('no such place', change);
  switch (change.do) {
    case 'add':
      return add({ part, shape, list, name }, change);
    case 'remove':
      return remove({ part, shape, list, name }, change);
    case 'move':
      return move({ part, shape, list, name }, change);
  }
}

interface ListPlace {
  readonly part: OpenPart;
  readonly shape: KeyedList;
  readonly list: OpenList;
  readonly name: string;
}

function setInPart(part: OpenPart, change: SetField): Change | Unfit {
  const { field, before, after } = change;
  if (keyedList(part.collection, field) !== undefined) return unfit('not a field', change);
  if (!sameJson(part.field(field), before)) return unfit('not what stands there', change);
  part.setField(field, after);
  return change;
}

function setInItem({ part, shape, list }: ListPlace, key: string, change: SetField): Change | Unfit {
  const { field, before, after } = change;
  const item = list.get(key);
  if (item === undefined) return unfit('no such thing', change);
  if (field === shape.key) return unfit('not a field', change);
  const cell = cellOf(shape, field);
  if (cell !== undefined && !part.columns(cell.cells.columns).includes(cell.column)) {
    return unfit('no such column', change);
  }
  if (cell !== undefined && after === undefined) return unfit('not a field', change);
  if (!sameJson(fieldValue(item, shape, part.columns, field), before)) {
    return unfit('not what stands there', change);
  }
  list.put(key, withField(item, shape, part.columns, field, after));
  return change;
}

function add({ part, shape, list, name }: ListPlace, change: AddItem): Change | Unfit {
  if (readKey(change.key)?.text !== keyText(change.item, shape.key))
    return unfit('key and item differ', change);
  const item = itemOf(change.item, shape, part.columns);
  if (item === undefined) return unfit('no such column', change);
  if (list.get(change.key) !== undefined) return unfit('key taken', change);
  if (!list.insert(change.key, item, change.after)) return unfit('nothing to stand behind', change);
  const keys = hasCells(part, name) ? list.keys() : [];
  if (keys.length > 0) part.reshape(name, keys.length - 1, { from: null, to: keys.indexOf(change.key) });
  return change;
}

function remove({ part, shape, list, name }: ListPlace, change: RemoveItem): Change | Unfit {
  const item = list.get(change.key);
  if (item === undefined) return unfit('no such thing', change);
  if (!sameJson(fieldsOf(item, shape, part.columns), change.item))
    return unfit('not what stands there', change);
  if (hasCells(part, name)) {
    if (!isColumnEmpty(part, name, change.key)) return unfit('cells are left', change);
    const keys = list.keys();
    part.reshape(name, keys.length, { from: keys.indexOf(change.key), to: null });
  }
  const after = list.before(change.key);
  list.delete(change.key);
  return after === change.after ? change : { ...change, after };
}

function move({ part, list, name }: ListPlace, change: MoveItem): Change | Unfit {
  const { key, to } = change;
  const item = list.get(key);
  if (item === undefined) return unfit('no such thing', change);
  if (to === key || (to !== null && list.get(to) === undefined))
    return unfit('nothing to stand behind', change);
  const from = list.before(key);
  const hasColumns = hasCells(part, name);
  const was = hasColumns ? list.keys() : [];
  list.delete(key);
  list.insert(key, item, to);
  if (hasColumns) {
    part.reshape(name, was.length, { from: was.indexOf(key), to: list.keys().indexOf(key) });
  }
  return from === change.from ? change : { ...change, from };
}

/** Whether a list is one of columns that other things have cells for. */
function hasCells(part: OpenPart, list: string): boolean {
  return part.cellsFor(list).length > 0;
}

function isColumnEmpty(part: OpenPart, list: string, column: string): boolean {
  const at = part.columns(list).indexOf(column);
  return part
    .cellsFor(list)
    .every(({ rows, cells }) =>
      rows.items().every((row: JsonObject) => isEmptyAt(row[cells.member], at, cells.empty)),
    );
}

function isEmptyAt(cells: Json | undefined, at: number, empty: string): boolean {
  const cell = Array.isArray(cells) ? (cells satisfies readonly Json[])[at] : undefined;
  return cell === undefined || cell === empty;
}
