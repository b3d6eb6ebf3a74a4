import type { Trial } from './trial.ts';

/** Rows that did not decide, the nearest to those that did first; without any, those with the least amiss. */
export function nearMisses(
  { result, failed }: Trial,
  decided: readonly number[],
  most: number,
): readonly number[] {
  const missed = failed.flatMap((list, at) => (list.length > 0 ? [at] : []));
  const [first] = decided;
  const oddity = (at: number): number =>
    first === undefined || result.rows.length === 0 ? (failed[at]?.length ?? 0) : Math.abs(at - first);
  return missed
    .toSorted((a, b) => oddity(a) - oddity(b) || a - b)
    .slice(0, most)
    .toSorted((a, b) => a - b);
}
