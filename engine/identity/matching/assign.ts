import type { Candidates } from './candidates.ts';
import { probabilityOf } from './model.ts';

/** A pair that is likely enough to be spoken of. */
export interface LikelyPair {
  readonly pair: number;
  readonly left: number;
  readonly right: number;
  readonly bits: number;
  readonly probability: number;
}

/** The likeliest first; pairs below `least` are left out. Every record may be in several. */
export function likelyPairs(
  candidates: Candidates,
  bits: Float64Array,
  least: number,
): readonly LikelyPair[] {
  return sortedPairs(candidates, bits, (pair) => probabilityOf(bits[pair] ?? -Infinity), least);
}

/**
 * The same where a record has at most one of the other list: of several that fit at most one is right, so what speaks for
 * the others speaks against each. At most one is likelier than not; a person tells which where none is.
 */
export function assignedPairs(
  candidates: Candidates,
  bits: Float64Array,
  least: number,
): readonly LikelyPair[] {
  const { size, left, right } = candidates;
  const [ofLeft, ofRight] = [new Map<number, number>(), new Map<number, number>()];
  const odds = (pair: number): number => 2 ** Math.min(bits[pair] ?? -Infinity, 900);
  for (let pair = 0; pair < size; pair += 1) {
    const own = odds(pair);
    const [one, other] = [left[pair] ?? 0, right[pair] ?? 0];
    ofLeft.set(one, (ofLeft.get(one) ?? 0) + own);
    ofRight.set(other, (ofRight.get(other) ?? 0) + own);
  }
  const probability = (pair: number): number =>
    odds(pair) / (1 + Math.max(ofLeft.get(left[pair] ?? 0) ?? 0, ofRight.get(right[pair] ?? 0) ?? 0));
  return sortedPairs(candidates, bits, probability, least);
}

function sortedPairs(
  { size, left, right }: Candidates,
  bits: Float64Array,
  probability: (pair: number) => number,
  least: number,
): LikelyPair[] {
  const found: LikelyPair[] = [];
  for (let pair = 0; pair < size; pair += 1) {
    const likely = probability(pair);
    if (likely < least) continue;
    found.push({
      pair,
      left: left[pair] ?? 0,
      right: right[pair] ?? 0,
      bits: bits[pair] ?? 0,
      probability: likely,
    });
  }
  return found.sort((a, b) => b.bits - a.bits || a.left - b.left || a.right - b.right);
}
