import type { CellPlan, TestPlan } from '../check/plan.ts';
import { liesIn } from '../value/order.ts';
import { FeelRange } from '../value/range.ts';
import type { Value } from '../value/value.ts';
import { isList } from '../value/value.ts';
import { equalValues } from '../value/equality.ts';
import type { Evaluator, Frame, Link, PlanOf, Tester } from './frame.ts';
import { ordered, same } from './operators.ts';
import { fixedValue, linkRange } from './values.ts';

/** Links a table cell. Its input is that local for the conditions that speak of `?`. */
export function linkCell({ negated, tests }: CellPlan, link: Link, slot = 0): Tester {
  if (tests.length === 0) return () => negated;
  const testers = tests.map((test) => linkTest(test, slot, link));
  const [only] = testers;
  if (only && testers.length === 1 && !negated) return only;
  return (input, frame) => testers.some((passes) => passes(input, frame)) !== negated;
}

export function linkIn({ value, slot, tests }: PlanOf<'in'>, link: Link): Evaluator {
  const evaluate = link(value);
  const testers = tests.map((test) => linkTest(test, slot, link));
  const ranges = tests.flatMap((test) => (test.test === 'range' ? [linkRange(test.range, link)] : []));
  return (frame) => {
    const input = evaluate(frame);
    if (testers.some((passes) => passes(input, frame))) return true;
    return ranges.some((range) => isUnknown(input, range(frame))) ? null : false;
  };
}

/** Whether nobody can say if a value lies in a range: one of them, or an end of it, is null. */
function isUnknown(input: Value, range: Value): boolean {
  return !(range instanceof FeelRange) || liesIn(input, range) === null;
}

export function linkTest(plan: TestPlan, slot: number, link: Link): Tester {
  switch (plan.test) {
    case 'string': {
      const { value } = plan;
      return (input) => input === value;
    }
    case 'equal': {
      const to = link(plan.to);
      const wanted = !plan.negated;
      return (input, frame) => same(input, to(frame), frame) === wanted;
    }
    case 'order':
      return linkOrderTest(plan, link);
    case 'range':
      return linkRangeTest(plan, link);
    case 'member': {
      const of = link(plan.of);
      return (input, frame) => holds(of(frame), input, frame);
    }
    case 'condition': {
      const of = link(plan.of);
      return (input, frame) => {
        frame.locals[slot] = input;
        return of(frame) === true;
      };
    }
  }
}

function linkOrderTest({ operator, to }: Extract<TestPlan, { test: 'order' }>, link: Link): Tester {
  const limit = fixedValue(to);
  if (typeof limit === 'number') {
    const otherwise: Tester = (input, frame) => ordered(operator, input, limit, frame) === true;
    switch (operator) {
      case '<':
        return (input, frame) => (typeof input === 'number' ? input < limit : otherwise(input, frame));
      case '<=':
        return (input, frame) => (typeof input === 'number' ? input <= limit : otherwise(input, frame));
      case '>':
        return (input, frame) => (typeof input === 'number' ? input > limit : otherwise(input, frame));
      case '>=':
        return (input, frame) => (typeof input === 'number' ? input >= limit : otherwise(input, frame));
    }
  }
  const evaluate = link(to);
  return (input, frame) => ordered(operator, input, evaluate(frame), frame) === true;
}

function linkRangeTest({ range }: Extract<TestPlan, { test: 'range' }>, link: Link): Tester {
  const lower = range.lower && fixedValue(range.lower);
  const upper = range.upper && fixedValue(range.upper);
  if (typeof lower === 'number' && typeof upper === 'number') {
    const { lowerIncluded, upperIncluded } = range;
    const fixed = new FeelRange(lower, upper, lowerIncluded, upperIncluded);
    return (input) => {
      if (typeof input !== 'number') return liesIn(input, fixed) === true;
      return (
        (input > lower || (lowerIncluded && input === lower)) &&
        (input < upper || (upperIncluded && input === upper))
      );
    };
  }
  const evaluate = linkRange(range, link);
  return (input, frame) => {
    const value = evaluate(frame);
    return value instanceof FeelRange && liesIn(input, value) === true;
  };
}

/** Whether a value is, or as a list or range holds, the input; `true` on its own passes every input but booleans. */
function holds(value: Value, input: Value, frame: Frame): boolean {
  if (value instanceof FeelRange && !(input instanceof FeelRange)) return liesIn(input, value) === true;
  if (isList(value)) {
    frame.budget.spend(value.length);
    if (
      value.some((item) =>
        item instanceof FeelRange
          ? holds(item, input, frame)
          : equalValues(item, input, frame.budget) === true,
      )
    ) {
      return true;
    }
    return isList(input) && equalValues(value, input, frame.budget) === true;
  }
  if (value === true && typeof input !== 'boolean') return true;
  return equalValues(value, input, frame.budget) === true;
}
