import type { TableRow } from '../../definitions/decision/table.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { emptyRow, gridColumns, textAt, withText, type GridColumn, type GridTable } from './cells.ts';
import type { Area, Place } from './selection.ts';

/** Which rows of the table are shown, by their places in it; null: all. */
export type Shown = readonly number[] | null;

/** The place in the table of the row that is shown there; undefined below the last. */
export function tableRowAt(table: GridTable, shown: Shown, row: number): number | undefined {
  const at = shown === null ? row : shown[row];
  return at !== undefined && at >= 0 && at < table.rows.length ? at : undefined;
}

/** The table with another text in one cell; the same table where nothing changes, and rows that do not change stay. */
export function withCell(table: GridTable, row: number, column: GridColumn, text: string): GridTable {
  const was = table.rows[row];
  if (was === undefined) return table;
  const is = withText(was, column, text);
  return is === was ? table : { ...table, rows: table.rows.with(row, is) };
}

/** The table with other texts in the cells of an area. */
export function withArea(
  table: GridTable,
  shown: Shown,
  area: Area,
  textOf: (row: TableRow, column: GridColumn, place: Place) => string,
): GridTable {
  const columns = gridColumns(table);
  let rows: TableRow[] | null = null;
  for (let at = area.top; at <= area.bottom; at += 1) {
    const index = tableRowAt(table, shown, at);
    const was = index === undefined ? undefined : table.rows[index];
    if (index === undefined || was === undefined) continue;
    let is = was;
    for (let column = area.left; column <= area.right; column += 1) {
      const of = columns[column];
      if (of !== undefined) is = withText(is, of, textOf(was, of, { row: at, column }));
    }
    if (is !== was) (rows ??= [...table.rows])[index] = is;
  }
  return rows === null ? table : { ...table, rows };
}

export function cleared(table: GridTable, shown: Shown, area: Area): GridTable {
  return withArea(table, shown, area, () => '');
}

/** What stands in the first row of the area in all others below it; of one row, what stands above it. */
export function filledDown(table: GridTable, shown: Shown, area: Area): GridTable {
  const from = tableRowAt(table, shown, area.top === area.bottom ? area.top - 1 : area.top);
  const above = from === undefined ? undefined : table.rows[from];
  return above === undefined ? table : withArea(table, shown, area, (_, column) => textAt(above, column));
}

/** The texts of an area, row by row. */
export function copied(table: GridTable, shown: Shown, area: Area): readonly (readonly string[])[] {
  const columns = gridColumns(table).slice(area.left, area.right + 1);
  const texts: string[][] = [];
  for (let at = area.top; at <= area.bottom; at += 1) {
    const row = table.rows[tableRowAt(table, shown, at) ?? -1];
    if (row !== undefined) texts.push(columns.map((column) => textAt(row, column)));
  }
  return texts;
}

/** Why cells cannot be taken in. */
export type PasteRefusal =
  | { readonly why: 'too many rows'; readonly rows: number; readonly most: number }
  | { readonly why: 'too many columns'; readonly columns: number; readonly room: number }
  | { readonly why: 'too long'; readonly most: number };

export type Pasted =
  | { readonly table: GridTable; readonly area: Area; readonly added: number }
  | { readonly refusal: PasteRefusal };

/**
 * The table with cells written over those of an area, from its first cell on; one cell alone fills all of the area.
 * What reaches below the last row that is shown becomes new rows at the end of the table.
 */
export function pasted(
  table: GridTable,
  shown: Shown,
  area: Area,
  cells: readonly (readonly string[])[],
  newId: () => string,
): Pasted {
  const columns = gridColumns(table);
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  const height = only === undefined ? cells.length : area.bottom - area.top + 1;
  const width = only === undefined ? widthOf(cells) : area.right - area.left + 1;
  const room = columns.length - area.left;
  if (width > room) return { refusal: { why: 'too many columns', columns: width, room } };
  const added = Math.max(0, area.top + height - (shown?.length ?? table.rows.length));
  const rows = table.rows.length + added;
  const mostRows = table.mostRows ?? BOUNDS.tableRows;
  if (rows > mostRows) return { refusal: { why: 'too many rows', rows, most: mostRows } };
  const to: Area = { ...area, bottom: area.top + height - 1, right: area.left + width - 1 };
  const textOf = ({ row, column }: Place): string | undefined =>
    only ?? cells[row - area.top]?.[column - area.left];
  const most = cells.flat().some((text) => text.length > BOUNDS.feelCharacters);
  if (most) return { refusal: { why: 'too long', most: BOUNDS.feelCharacters } };
  const longer = added === 0 ? table : withRowsAtEnd(table, added, newId);
  const all =
    shown === null ? null : [...shown, ...Array.from({ length: added }, (_, i) => table.rows.length + i)];
  const filled = withArea(longer, all, to, (row, column, place) => textOf(place) ?? textAt(row, column));
  return { table: filled, area: to, added };
}

function withRowsAtEnd(table: GridTable, count: number, newId: () => string): GridTable {
  const added = Array.from({ length: count }, () => emptyRow(table, newId()));
  return { ...table, rows: [...table.rows, ...added] };
}

/** Columns in which nothing stands at the right of all others do not count. */
function widthOf(cells: readonly (readonly string[])[]): number {
  const widths = cells.map((row) => row.findLastIndex((text) => text.trim() !== '') + 1);
  return Math.max(
    1,
    widths.reduce((most, width) => Math.max(most, width), 0),
  );
}
