import type { DecisionTable, TableRow } from '../../definitions/decision/table.ts';
import { quotedTexts } from '../../definitions/decision/quoted.ts';
import type { TableFinding } from '../../definitions/decision/analysis/analyse.ts';
import { ANY, emptyRow, textAt, type GridColumn, type GridTable } from './cells.ts';

/** The table with empty rows before the row at that place. */
export function withNewRows(table: GridTable, at: number, count: number, newId: () => string): GridTable {
  const rows = Array.from({ length: count }, () => emptyRow(table, newId()));
  return { ...table, rows: table.rows.toSpliced(at, 0, ...rows) };
}

/** The table with the rows at these places once more, behind the last of them. */
export function withDuplicates(table: GridTable, places: readonly number[], newId: () => string): GridTable {
  const copies = rowsAt(table, places).map((row) => ({ ...row, id: newId() }));
  return copies.length === 0
    ? table
    : { ...table, rows: table.rows.toSpliced(Math.max(...places) + 1, 0, ...copies) };
}

export function withoutRows(table: GridTable, places: readonly number[]): GridTable {
  const gone = new Set(places);
  const rows = table.rows.filter((_, at) => !gone.has(at));
  return rows.length === table.rows.length ? table : { ...table, rows };
}

/** The table with a run of rows moved, so that the first of them stands at `to` among the others. */
export function withMovedRows(table: GridTable, from: number, count: number, to: number): GridTable {
  const first = Math.max(0, Math.min(table.rows.length - count, to));
  if (first === from || count <= 0) return table;
  const moved = table.rows.slice(from, from + count);
  return { ...table, rows: table.rows.toSpliced(from, count).toSpliced(first, 0, ...moved) };
}

/**
 * The table with its rows in the order of a column, texts without their quotes; rows that say the same there stay as
 * they stood.
 */
export function sortedBy(
  table: GridTable,
  column: GridColumn,
  compare: (a: string, b: string) => number,
  isDown: boolean,
): GridTable {
  const sign = isDown ? -1 : 1;
  const sorted = table.rows
    .map((row) => ({ row, said: saidIn(textAt(row, column)) }))
    .sort(({ said: one }, { said: other }) => {
      // What asks nothing, or says nothing, comes last either way.
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return sign * compare(one, other);
    });
  const rows = sorted.map(({ row }) => row);
  return rows.every((row, at) => row === table.rows[at]) ? table : { ...table, rows };
}

/** What a cell is sorted by; null: it says nothing. */
function saidIn(text: string): string | null {
  return text === '' || text === ANY ? null : (quotedTexts(text)?.join(', ') ?? text);
}

/** The row that fits where a gap is and answers nothing yet; with other gaps, the one input that shows it. */
export function rowForGap(
  { inputs, outputs }: Pick<DecisionTable, 'inputs' | 'outputs'>,
  { cells, witness }: Pick<TableFinding, 'cells' | 'witness'>,
  id: string,
): TableRow {
  const when = inputs.map(({ id: input }) =>
    cells === undefined ? (witness?.[input]?.feel ?? ANY) : (cells[input] ?? ANY),
  );
  return { id, when, then: outputs.map(() => '') };
}

export function withRow(table: GridTable, row: TableRow): GridTable {
  return { ...table, rows: [...table.rows, row] };
}

function rowsAt({ rows }: GridTable, places: readonly number[]): readonly TableRow[] {
  return places.flatMap((at) => rows[at] ?? []);
}
