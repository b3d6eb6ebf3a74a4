/**
 * Which of these numbers stay when as few as possible are taken out so that the rest increase: their indexes, in order.
 * Patience sorting, O(n log n): Fredman, On computing the length of longest increasing subsequences (1975).
 */
export function longestIncreasing(numbers: readonly number[]): readonly number[] {
  /** For each length, where the best run of that length ends: the one with the smallest last number. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = at;
  }
  const stay: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) stay.push(at);
  return stay.reverse();
}
