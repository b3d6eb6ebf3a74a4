import type { TableRow } from '../../../definitions/decision/table.ts';

const AROUND = 2;
const ALL_BELOW = 9;

/** The rows of a table around those that matched (by id); all of a short table, or of one where none did. */
export function nearRows(rows: readonly TableRow[], matched: readonly string[]): readonly TableRow[] {
  if (rows.length <= ALL_BELOW || matched.length === 0) return rows;
  const places = rows.flatMap((row, index) => (matched.includes(row.id) ? [index] : []));
  return rows.filter((_, index) => places.some((place) => Math.abs(place - index) <= AROUND));
}
