import type { CellPlan, RangePlan, TestPlan } from '../check/plan.ts';
import { FeelRange } from '../value/range.ts';
import type { Value } from '../value/value.ts';
import { fixedValue } from './values.ts';

/**
 * What a cell asks when that is the same in every evaluation: the input equals one of `values` or lies in one of
 * `ranges`; negated: none of it. A negated cell that names nothing passes everything, as `-` does.
 */
export interface FixedCell {
  readonly negated: boolean;
  /** Strings, numbers, booleans, null and values of time; never lists or contexts. */
  readonly values: readonly Value[];
  readonly ranges: readonly FeelRange[];
}

/** The cell as values and ranges; null if it asks anything else, such as a condition or another variable. */
export function fixedCell({ negated, tests }: CellPlan): FixedCell | null {
  const values: Value[] = [];
  const ranges: FeelRange[] = [];
  for (const test of tests) {
    const asked = askedBy(test);
    if (asked === null) return null;
    for (const one of asked) {
      if (one instanceof FeelRange) ranges.push(one);
      else values.push(one);
    }
  }
  return { negated, values, ranges };
}

function askedBy(test: TestPlan): readonly Value[] | null {
  switch (test.test) {
    case 'string':
      return [test.value];
    case 'equal': {
      const value = test.negated ? undefined : fixedValue(test.to);
      return value === undefined ? null : [value];
    }
    case 'order': {
      const value = fixedValue(test.to);
      if (value === undefined || value === null) return null;
      const isUpper = test.operator === '<' || test.operator === '<=';
      const isIncluded = test.operator === '<=' || test.operator === '>=';
      return [
        isUpper
          ? new FeelRange(null, value, false, isIncluded)
          : new FeelRange(value, null, isIncluded, false),
      ];
    }
    case 'range':
      return fixedRange(test.range);
    case 'member': {
      if (test.of.op !== 'list') return membersOf([test.of]);
      return membersOf(test.of.items);
    }
    case 'condition':
      return null;
  }
}

/** As a member `true` passes more than booleans, and a range may be empty: neither is a plain value. */
function membersOf(plans: readonly { readonly op: string }[]): readonly Value[] | null {
  const values: Value[] = [];
  for (const plan of plans) {
    const value = fixedValue(plan);
    if (value === undefined || typeof value === 'boolean') return null;
    values.push(value);
  }
  return values;
}

function fixedRange({ lower, upper, lowerIncluded, upperIncluded }: RangePlan): readonly FeelRange[] | null {
  const from = lower === undefined ? null : fixedValue(lower);
  const to = upper === undefined ? null : fixedValue(upper);
  if (from === undefined || to === undefined) return null;
  if ((lower && from === null) || (upper && to === null)) return null;
  return [new FeelRange(from, to, lowerIncluded, upperIncluded)];
}
