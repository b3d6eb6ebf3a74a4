/** Longest names compared; a longer one is no slip of the finger. */
const LONGEST = 80;

/**
 * The candidate that `wanted` was probably meant to be, or undefined if none is near: at most one edit in three
 * characters, without regard to case. Of several equally near, the first.
 */
export function nearestName(wanted: string, candidates: Iterable<string>): string | undefined {
  const from = wanted.toLowerCase();
  if (from.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.floor(from.length / 3) + 1;
  for (const candidate of candidates) {
    if (candidate === wanted || Math.abs(candidate.length - from.length) >= least) continue;
    const distance = editDistance(from, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two short strings (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
