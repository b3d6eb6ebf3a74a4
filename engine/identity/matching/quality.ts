/**
 * What is right: all pairs; some pairs, right ones and wrong ones (others are not judged); or the person that each record
 * is of, by its id.
 */
export type Truth =
  | { readonly pairs: readonly (readonly [string, string])[] }
  | {
      readonly judged: readonly { readonly left: string; readonly right: string; readonly isSame: boolean }[];
    }
  | { readonly persons: ReadonlyMap<string, string> };

/** Precision: what part of the pairs is right. Recall: what part of the right ones is found. F1: both in one. */
export interface Quality {
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface FoundPair {
  readonly left: string;
  readonly right: string;
  readonly probability: number;
}

/** How good found pairs are at each threshold, and at the best one. `found`: the likeliest first. */
export function qualityOf(
  found: readonly FoundPair[],
  truth: Truth,
  ids: { readonly left: readonly string[]; readonly right: readonly string[] | null },
  thresholds: readonly number[],
): {
  readonly at: readonly (Quality & { readonly threshold: number })[];
  readonly best: Quality & { readonly threshold: number };
} {
  const { isRight, isJudged, total } = judgeOf(truth, ids);
  const judged = found.filter(isJudged);
  const quality = (pairs: number, right: number): Quality => {
    const precision = pairs === 0 ? 1 : right / pairs;
    const recall = total === 0 ? 1 : right / total;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { pairs, precision, recall, f1 };
  };
  const at = thresholds.map((threshold) => {
    const above = judged.filter(({ probability }) => probability >= threshold);
    return { threshold, ...quality(above.length, above.filter(isRight).length) };
  });
  const sorted = [...judged].sort((a, b) => b.probability - a.probability);
  let right = 0;
  let best = { threshold: 1, ...quality(0, 0) };
  sorted.forEach((pair, index) => {
    if (isRight(pair)) right += 1;
    // Pairs of one probability stand or fall together.
    if (sorted[index + 1]?.probability === pair.probability) return;
    const now = quality(index + 1, right);
    if (now.f1 > best.f1) best = { threshold: pair.probability, ...now };
  });
  return { at, best };
}

interface Judge {
  readonly isRight: (pair: FoundPair) => boolean;
  readonly isJudged: (pair: FoundPair) => boolean;
  readonly total: number;
}

function judgeOf(
  truth: Truth,
  { left, right }: { readonly left: readonly string[]; readonly right: readonly string[] | null },
): Judge {
  if ('persons' in truth) {
    const { persons } = truth;
    const isRight = (pair: FoundPair): boolean => {
      const person = persons.get(pair.left);
      return person !== undefined && person === persons.get(pair.right);
    };
    return { isRight, isJudged: () => true, total: pairsOfPersons(persons, left, right) };
  }
  const key = (one: string, other: string): string =>
    JSON.stringify(right === null && other < one ? [other, one] : [one, other]);
  if ('pairs' in truth) {
    const keys = new Set(truth.pairs.map(([one, other]) => key(one, other)));
    const isRight = (pair: FoundPair): boolean => keys.has(key(pair.left, pair.right));
    return { isRight, isJudged: () => true, total: keys.size };
  }
  const known = new Map(truth.judged.map((pair) => [key(pair.left, pair.right), pair.isSame]));
  return {
    isRight: (pair) => known.get(key(pair.left, pair.right)) === true,
    isJudged: (pair) => known.has(key(pair.left, pair.right)),
    total: [...known.values()].filter(Boolean).length,
  };
}

function pairsOfPersons(
  persons: ReadonlyMap<string, string>,
  left: readonly string[],
  right: readonly string[] | null,
): number {
  const counts = (ids: readonly string[]): Map<string, number> => {
    const of = new Map<string, number>();
    for (const id of ids) {
      const person = persons.get(id);
      if (person !== undefined) of.set(person, (of.get(person) ?? 0) + 1);
    }
    return of;
  };
  const ofLeft = counts(left);
  if (right === null) return [...ofLeft.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const ofRight = counts(right);
  return [...ofLeft].reduce((sum, [person, count]) => sum + count * (ofRight.get(person) ?? 0), 0);
}
