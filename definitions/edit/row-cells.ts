import type { Json, JsonObject } from '../flow/json.ts';
import { member, withMember } from './json-things.ts';
import type { CellsShape, KeyedList } from './shape.ts';

/** The keys of a list of columns, in order. */
export type Columns = (list: string) => readonly string[];

/** The field that a cell is, of the column with this key. */
export function cellField({ member: cells }: CellsShape, column: string): string {
  return `${cells}/${column}`;
}

export interface CellPlace {
  readonly cells: CellsShape;
  /** The key of its column. */
  readonly column: string;
}

/** Which cell a field is, or undefined if it is none. */
export function cellOf(shape: KeyedList, field: string): CellPlace | undefined {
  const at = field.indexOf('/');
  const cells = at < 0 ? undefined : shape.cells?.find((each) => each.member === field.slice(0, at));
  return cells === undefined ? undefined : { cells, column: field.slice(at + 1) };
}

/**
 * An item as its fields. For most things that is the item itself; a row has its cells by column, empty ones left out.
 * A row with fewer cells than columns has in `when` (or `then`) how many are missing, one with more the cells that are
 * too many.
 */
export function fieldsOf(item: JsonObject, shape: KeyedList, columns: Columns): JsonObject {
  if (shape.cells === undefined) return item;
  const fields: { [field: string]: Json } = { ...item };
  for (const each of shape.cells) {
    const cells = cellsIn(item, each);
    const keys = columns(each.columns);
    delete fields[each.member];
    for (const [at, key] of keys.entries()) {
      const cell = cells[at];
      if (cell !== undefined && cell !== each.empty) fields[cellField(each, key)] = cell;
    }
    const uneven = unevenness(cells, keys.length);
    if (uneven !== undefined) fields[each.member] = uneven;
  }
  return fields;
}

/** The item that has these fields; undefined if it has a cell of a column that is not there. */
export function itemOf(fields: JsonObject, shape: KeyedList, columns: Columns): JsonObject | undefined {
  if (shape.cells === undefined) return fields;
  const others: [string, Json][] = [];
  for (const [field, value] of Object.entries(fields)) {
    const cell = cellOf(shape, field);
    if (cell === undefined) others.push([field, value]);
    else if (!columns(cell.cells.columns).includes(cell.column)) return undefined;
  }
  const item: { [member: string]: Json } = Object.fromEntries(others);
  for (const each of shape.cells) {
    const keys = columns(each.columns);
    const cells = keys.map((key) => member(fields, cellField(each, key)) ?? each.empty);
    item[each.member] = unevenly(cells, member(fields, each.member), each.empty);
  }
  return item;
}

/** What stands in a field of an item. A cell of a column that is not there is undefined. */
export function fieldValue(
  item: JsonObject,
  shape: KeyedList,
  columns: Columns,
  field: string,
): Json | undefined {
  const cell = cellOf(shape, field);
  if (cell !== undefined) {
    const at = columns(cell.cells.columns).indexOf(cell.column);
    return at < 0 ? undefined : (cellsIn(item, cell.cells)[at] ?? cell.cells.empty);
  }
  const cells = shape.cells?.find((each) => each.member === field);
  if (cells === undefined) return member(item, field);
  return unevenness(cellsIn(item, cells), columns(cells.columns).length);
}

/** The item with a field set, or without it if the value is undefined. The column of a cell is there. */
export function withField(
  item: JsonObject,
  shape: KeyedList,
  columns: Columns,
  field: string,
  value: Json | undefined,
): JsonObject {
  const cell = cellOf(shape, field);
  const each = cell?.cells ?? shape.cells?.find((candidate) => candidate.member === field);
  if (each === undefined) return withMember(item, field, value);
  const keys = columns(each.columns);
  const cells = [...cellsIn(item, each)];
  if (cell === undefined) {
    const even = keys.map((_, at) => cells[at] ?? each.empty);
    return { ...item, [each.member]: unevenly(even, value, each.empty) };
  }
  const at = keys.indexOf(cell.column);
  while (cells.length < at) cells.push(each.empty);
  cells[at] = value ?? each.empty;
  return { ...item, [each.member]: cells };
}

/** A column that comes (`to` alone), goes (`from` alone) or takes another place, by index; `to` counts without it. */
export interface ColumnStep {
  readonly from: number | null;
  readonly to: number | null;
}

/** The item with its cells where the columns are now. A cell of a new column is empty. `count`: columns before. */
export function reshaped(item: JsonObject, each: CellsShape, count: number, step: ColumnStep): JsonObject {
  const cells = [...cellsIn(item, each)];
  const missing = Math.max(0, count - cells.length);
  for (let at = 0; at < missing; at++) cells.push(each.empty);
  const [moved = each.empty] = step.from === null ? [] : cells.splice(step.from, 1);
  if (step.to !== null) cells.splice(step.to, 0, moved);
  return { ...item, [each.member]: unevenly(cells, missing === 0 ? undefined : missing, each.empty) };
}

function cellsIn(item: JsonObject, { member: name }: CellsShape): readonly Json[] {
  const cells = item[name];
  return Array.isArray(cells) ? cells : [];
}

function unevenness(cells: readonly Json[], columns: number): Json | undefined {
  if (cells.length === columns) return undefined;
  return cells.length < columns ? columns - cells.length : cells.slice(columns);
}

/** Cells for all columns, made as uneven as a row says: what stands in a cell is kept all the same. */
function unevenly(cells: readonly Json[], uneven: Json | undefined, empty: string): readonly Json[] {
  if (Array.isArray(uneven)) return [...cells, ...(uneven satisfies readonly Json[])];
  let length = cells.length;
  for (let left = Number(uneven ?? 0); left > 0 && length > 0 && cells[length - 1] === empty; left--)
    length--;
  return cells.slice(0, length);
}
