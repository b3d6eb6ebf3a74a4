import type { GridRow } from './grid.ts';
import { compareImportance, importanceOf } from './outcome.ts';
import type { Question } from './question.ts';

/**
 * The rows in the order in which they decide where several fit: as drawn (first), by importance and then as drawn
 * (priority). Those of which it cannot be told how important they are stand in `unknown`.
 */
export function decidingOrder({ grid, outcomes }: Question): {
  readonly known: readonly GridRow[];
  readonly unknown: readonly GridRow[];
} {
  const { table, rows } = grid;
  if (table.hitPolicy !== 'priority') return { known: rows, unknown: [] };
  const placed = rows.map((row) => ({ row, place: importanceOf(table, outcomes.rows[row.index] ?? []) }));
  const known = placed.flatMap(({ row, place }) => (place === null ? [] : [{ row, place }]));
  return {
    known: known.sort((a, b) => compareImportance(a.place, b.place)).map(({ row }) => row),
    unknown: placed.flatMap(({ row, place }) => (place === null ? [row] : [])),
  };
}
