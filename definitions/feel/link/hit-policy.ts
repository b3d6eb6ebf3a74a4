import { extreme, sum } from '../builtins/list-summary.ts';
import type { TablePolicy } from '../check/plan.ts';
import { equalValues } from '../value/equality.ts';
import type { Value } from '../value/value.ts';
import type { Frame } from './frame.ts';

/** Why a table has no value although rows hit. */
export type PolicyError = 'several rows hit' | 'rows that hit differ';

/** What a policy makes of the rows that hit. */
export interface Outcome {
  readonly value: Value;
  /** The rows that made it, in the order in which they count; all that hit where the policy was broken. */
  readonly counted: readonly number[];
  readonly error?: PolicyError;
}

/** What is known of the rows that hit, by their places. */
export interface RowMeans {
  valueOf(row: number, frame: Frame): Value;
  /** The rows, the most important first. */
  byImportance(rows: readonly number[], frame: Frame): readonly number[];
}

/** The value of the rows that hit, in drawn order; there is one at least (DMN 1.5, 8.2.10 and 8.2.11). */
export function outcomeOf(
  policy: TablePolicy,
  rows: readonly number[],
  means: RowMeans,
  frame: Frame,
): Outcome {
  const [first = 0] = rows;
  switch (policy) {
    case 'first':
      return { value: means.valueOf(first, frame), counted: [first] };
    case 'unique':
      return rows.length === 1
        ? { value: means.valueOf(first, frame), counted: rows }
        : { value: null, counted: rows, error: 'several rows hit' };
    case 'any': {
      const value = means.valueOf(first, frame);
      const isSame = rows.every(
        (row) => row === first || equalValues(means.valueOf(row, frame), value, frame.budget) === true,
      );
      return isSame
        ? { value, counted: rows }
        : { value: null, counted: rows, error: 'rows that hit differ' };
    }
    case 'priority': {
      const [best = first] = means.byImportance(rows, frame);
      return { value: means.valueOf(best, frame), counted: [best] };
    }
    case 'output order': {
      const counted = means.byImportance(rows, frame);
      return { value: valuesOf(counted, means, frame), counted };
    }
    case 'collect':
    case 'rule order':
      return { value: valuesOf(rows, means, frame), counted: rows };
    case 'count':
      return { value: rows.length, counted: rows };
    case 'sum':
      return { value: sum(valuesOf(rows, means, frame)), counted: rows };
    case 'min':
      return { value: extreme(valuesOf(rows, means, frame), -1), counted: rows };
    case 'max':
      return { value: extreme(valuesOf(rows, means, frame), 1), counted: rows };
  }
}

function valuesOf(rows: readonly number[], means: RowMeans, frame: Frame): readonly Value[] {
  return rows.map((row) => means.valueOf(row, frame));
}

/** Whether the value is a list of what each row that hit gives. */
export function givesList(policy: TablePolicy): boolean {
  return policy === 'collect' || policy === 'rule order' || policy === 'output order';
}
