import type { TableRow } from '../../../definitions/decision/table.ts';

const AROUND = 2;
const ALL_BELOW = 9;
/** Beyond these the whole table says more than a part of it. */
const MOST = 40;

/**
 * The rows of a table around those that matched (by id); all of a short table, or of one where none did, as long as
 * they are not too many.
 */
export function nearRows(rows: readonly TableRow[], matched: readonly string[]): readonly TableRow[] {
  if (rows.length <= ALL_BELOW || matched.length === 0) return rows.slice(0, MOST);
  const hits = new Set(matched);
  const near = new Set<number>();
  for (const [place, { id }] of rows.entries())
    if (hits.has(id)) for (let at = place - AROUND; at <= place + AROUND; at += 1) near.add(at);
  return rows.filter((_, index) => near.has(index)).slice(0, MOST);
}
