import type { JsonObject } from '../flow/json.ts';
import { below, type Address } from './address.ts';
import { setField, type Change, type SetField } from './change.ts';
import { itemsIn, sameJson } from './json-things.ts';
import { keysOf } from './key.ts';
import { listDifference, type Kept } from './list-difference.ts';
import { cellOf, fieldsOf, type Columns } from './row-cells.ts';
import { fieldChanges } from './field-changes.ts';
import { keyedList, type Collection, type KeyedList } from './shape.ts';

/** A part as it was and is, with the list of rows in question. */
export interface TwoTables {
  readonly collection: Collection;
  readonly address: Address;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** Changes of rows: those that come before the columns change, and those after. */
export interface RowsDifference {
  readonly first: readonly Change[];
  readonly last: readonly Change[];
}

/**
 * The difference of rows with a cell for each column. A column goes only when its cells are empty, and comes with empty
 * ones; so cells of columns that go are emptied first, and what stands in new ones is said last. A row with too few
 * or too many cells is made even before columns change, and uneven after.
 */
export function rowsDifference(
  { collection, address, before, after }: TwoTables,
  name: string,
  shape: KeyedList,
): RowsDifference {
  const list = below(address, name);
  const columns = (shape.cells ?? []).map((cells) => cells.columns);
  const had = columnsIn(collection, before, columns);
  const has = columnsIn(collection, after, columns);
  const isSame = columns.every((each) => isSameOrder(had(each), has(each)));
  const viewed = (items: readonly JsonObject[], of: Columns): readonly JsonObject[] =>
    isSame ? items : items.map((item) => fieldsOf(item, shape, of));
  const told =
    (of: Columns) =>
    (item: JsonObject): JsonObject =>
      isSame ? fieldsOf(item, shape, of) : item;
  const { removed, placed, kept } = listDifference({
    address: list,
    member: shape.key,
    before: viewed(itemsIn(before, name), had),
    after: viewed(itemsIn(after, name), has),
    toldBefore: told(had),
    toldAfter: told(has),
  });
  const stages: Stages = { evening: [], emptied: [], set: [], uneven: [] };
  for (const row of kept) {
    if (isSame && sameJson(row.before, row.after)) continue;
    const [was, is] = [told(had)(row.before), told(has)(row.after)];
    sortInto(stages, { key: row.key, before: was, after: is }, { list, shape, has, isSame });
  }
  return {
    first: [...stages.evening, ...stages.emptied, ...removed],
    last: [...placed, ...stages.set, ...stages.uneven],
  };
}

interface Stages {
  readonly evening: SetField[];
  readonly emptied: SetField[];
  readonly set: SetField[];
  readonly uneven: SetField[];
}

interface Around {
  readonly list: Address;
  readonly shape: KeyedList;
  readonly has: Columns;
  readonly isSame: boolean;
}

function sortInto(stages: Stages, { key, before, after }: Kept, around: Around): void {
  const { list, shape, has, isSame } = around;
  const thing = below(list, key);
  const uneven = new Set((shape.cells ?? []).map(({ member }) => member));
  for (const field of uneven) {
    const [was, is] = [before[field], after[field]];
    if (isSame && sameJson(was, is)) continue;
    if (was !== undefined) stages.evening.push(setField(thing, field, { before: was, after: undefined }));
    if (is !== undefined) stages.uneven.push(setField(thing, field, { before: undefined, after: is }));
  }
  for (const change of fieldChanges(thing, before, after, uneven)) {
    const cell = cellOf(shape, change.field);
    if (cell === undefined) {
      stages.set.push(change);
      continue;
    }
    const { empty, columns } = cell.cells;
    const filled = setField(thing, change.field, {
      before: change.before ?? empty,
      after: change.after ?? empty,
    });
    const isGone = !has(columns).includes(cell.column);
    (isGone ? stages.emptied : stages.set).push(filled);
  }
}

function columnsIn(collection: Collection, part: JsonObject, lists: readonly string[]): Columns {
  const keys = new Map(
    lists.map((list) => [list, keysOf(itemsIn(part, list), keyedList(collection, list)?.key ?? '')]),
  );
  return (list) => keys.get(list) ?? [];
}

function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, at) => key === b[at]);
}
