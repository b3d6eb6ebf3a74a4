import type { Budget } from '../budget.ts';
import { extreme, sum } from '../builtins/list-summary.ts';
import type { TablePolicy } from '../check/plan.ts';
import { equalValues } from '../value/equality.ts';
import type { Value } from '../value/value.ts';

/** Why a table has no value although rows hit. */
export type PolicyError = 'several rows hit' | 'rows that hit differ';

/** What a policy makes of the rows that hit, of which there is one at least. */
export interface Outcome<Hit> {
  readonly value: Value;
  /** The rows that made it, in the order in which they count; all that hit where the policy was broken. */
  readonly counted: readonly Hit[];
  readonly error?: PolicyError;
}

export interface PolicyMeans<Hit> {
  readonly valueOf: (hit: Hit) => Value;
  /** Negative if the first is the more important. */
  readonly compare: (a: Hit, b: Hit) => number;
  readonly budget: Budget;
}

/** The value of the rows that hit, in drawn order (DMN 1.5, 8.2.10 and 8.2.11). */
export function outcomeOf<Hit>(
  policy: TablePolicy,
  hits: readonly [Hit, ...Hit[]],
  { valueOf, compare, budget }: PolicyMeans<Hit>,
): Outcome<Hit> {
  const [first] = hits;
  switch (policy) {
    case 'unique':
      return hits.length === 1
        ? { value: valueOf(first), counted: hits }
        : { value: null, counted: hits, error: 'several rows hit' };
    case 'any': {
      const value = valueOf(first);
      const isSame = hits.every((hit) => equalValues(valueOf(hit), value, budget) === true);
      return isSame
        ? { value, counted: hits }
        : { value: null, counted: hits, error: 'rows that hit differ' };
    }
    case 'first':
      return { value: valueOf(first), counted: [first] };
    case 'priority': {
      const best = [...hits].sort(compare)[0] ?? first;
      return { value: valueOf(best), counted: [best] };
    }
    case 'output order': {
      const counted = [...hits].sort(compare);
      return { value: counted.map(valueOf), counted };
    }
    case 'collect':
    case 'rule order':
      return { value: hits.map(valueOf), counted: hits };
    case 'count':
      return { value: hits.length, counted: hits };
    case 'sum':
      return { value: sum(hits.map(valueOf)), counted: hits };
    case 'min':
      return { value: extreme(hits.map(valueOf), -1), counted: hits };
    case 'max':
      return { value: extreme(hits.map(valueOf), 1), counted: hits };
  }
}
