import type { Candidates } from './candidates.ts';
import type { Column } from './column.ts';
import { LEVELS, SAME } from './field-kind.ts';
import { recordComparison } from './levels.ts';
import { MODEL_VERSION, probabilityOf, type MatchModel } from './model.ts';
import { isHousehold, personalFields, scoresOf } from './scores.ts';

/** What is thought of two records of one person before any are seen: most fields are the same, few are miswritten. */
const EXPECTED = [0.85, 0.07, 0.03, 0.01, 0.01, 0.03];
/** It counts as much as so many pairs that were seen. */
const EXPECTED_PAIRS = 5;
/** What is thought of two records at random, and as how many pairs it counts. */
const BY_CHANCE = [0.01, 0.01, 0.01, 0.005, 0.0005, 0.9645];
const BY_CHANCE_PAIRS = 20;
const ROUNDS = 20;
/** Rounds end when the expected number of matches changes by no more than this part of it. */
const SETTLED = 1e-4;
const RANDOM_PAIRS = 200_000;
/** Likelihoods below this are none: they only cost time. */
const NEGLIGIBLE = 1e-6;

/**
 * Estimates a model from the records themselves: how often each level is found in two records at random, from such
 * pairs (of the same value, from how often each is there); how often in records of one person, and how many there are,
 * by expectation maximisation over the candidates (Winkler 1988, after Fellegi and Sunter 1969). No pair need be known.
 * The same data give the same model.
 */
export function estimateModel(
  columns: readonly Column[],
  candidates: Candidates,
  isOneList: boolean,
): MatchModel {
  const [leftSize, rightSize] = [columns[0]?.left.length ?? 0, columns[0]?.right.length ?? 0];
  const all = isOneList ? (leftSize * (leftSize - 1)) / 2 : leftSize * rightSize;
  const u = chanceLevels(columns, isOneList);
  const fields = columns.map(({ name, kind }, at) => ({ name, kind, m: EXPECTED, u: u[at] ?? [] }));
  let matches = Math.min(leftSize, rightSize) / 2;
  let model: MatchModel = { version: MODEL_VERSION, fields, prior: priorOf(matches, all) };
  for (let round = 0; round < ROUNDS && candidates.size > 0; round += 1) {
    const { total, found } = expectedMatches(columns, candidates, model);
    model = {
      ...model,
      fields: fields.map((field, at) => ({ ...field, m: shares(found[at] ?? [], EXPECTED, EXPECTED_PAIRS) })),
      prior: priorOf(total, all),
    };
    if (Math.abs(total - matches) <= SETTLED * matches) break;
    matches = total;
  }
  return model;
}

function priorOf(matches: number, all: number): number {
  return Math.min(0.5, Math.max(matches, 0.5) / Math.max(1, all));
}

/** How many pairs are of one person, as far as the model can tell, and how many of these have each level of each field. */
function expectedMatches(
  columns: readonly Column[],
  candidates: Candidates,
  model: MatchModel,
): { readonly total: number; readonly found: readonly Float64Array[] } {
  const bits = scoresOf(columns, candidates, model);
  const found = columns.map(() => new Float64Array(LEVELS.length));
  const { levels, fields } = candidates;
  const personal = personalFields(columns);
  let total = 0;
  for (let pair = 0; pair < candidates.size; pair += 1) {
    const own = bits[pair] ?? 0;
    // Whole families would teach it that one person has many given names.
    const likely = probabilityOf(own > 0 && isHousehold(personal, levels, pair * fields) ? 0 : own);
    if (likely < NEGLIGIBLE) continue;
    total += likely;
    for (let field = 0; field < fields; field += 1) {
      const level = levels[pair * fields + field] ?? -1;
      const counts = found[field];
      if (level >= 0 && counts !== undefined) counts[level] = (counts[level] ?? 0) + likely;
    }
  }
  return { total, found };
}

/** How often each level is found in two records at random. */
export function chanceLevels(columns: readonly Column[], isOneList: boolean): readonly (readonly number[])[] {
  const [leftSize, rightSize] = [columns[0]?.left.length ?? 0, columns[0]?.right.length ?? 0];
  const counts = columns.map(() => new Float64Array(LEVELS.length));
  const compare = recordComparison(columns);
  const levels = new Int8Array(columns.length);
  const random = randomNumbers();
  for (let n = 0; n < RANDOM_PAIRS && leftSize > 0 && rightSize > 0; n += 1) {
    const [left, right] = [random(leftSize), random(rightSize)];
    if (isOneList && left === right) continue;
    compare(left, right, levels);
    counts.forEach((count, field) => {
      const level = levels[field] ?? -1;
      if (level >= 0) count[level] = (count[level] ?? 0) + 1;
    });
  }
  // Of few records the same pairs come again and again, and many of them are of one person.
  const distinct = isOneList ? (leftSize * (leftSize - 1)) / 2 : leftSize * rightSize;
  const weight = Math.min(1, distinct / RANDOM_PAIRS);
  return columns.map((column, at) => {
    const seen = Array.from(counts[at] ?? [], (count) => count * weight);
    const all = shares(seen, BY_CHANCE, BY_CHANCE_PAIRS);
    const same = Math.max(chanceOfSame(column), 1e-9);
    return all.map((share, level) => (level === SAME ? same : share));
  });
}

function chanceOfSame({ texts, leftCounts, rightCounts }: Column): number {
  let both = 0;
  texts.forEach((_, value) => (both += (leftCounts.of[value] ?? 0) * (rightCounts.of[value] ?? 0)));
  return both / Math.max(1, leftCounts.all * rightCounts.all);
}

/** What part of all each is, together with so many as are expected. */
function shares(
  counts: ArrayLike<number>,
  expected: readonly number[],
  expectedCount: number,
): readonly number[] {
  const all = Array.from(counts).reduce((sum, count) => sum + count, 0) + expectedCount;
  return expected.map((share, level) => ((counts[level] ?? 0) + share * expectedCount) / all);
}

/** Whole numbers below a bound, always the same ones (a linear congruential generator, Numerical Recipes). */
function randomNumbers(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
