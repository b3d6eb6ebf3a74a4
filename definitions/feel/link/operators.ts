import type { OrderOperator } from '../check/plan.ts';
import type { Operator } from '../value/arithmetic.ts';
import { calculate, negated } from '../value/arithmetic.ts';
import { equalValues } from '../value/equality.ts';
import { compareValues } from '../value/order.ts';
import type { Value } from '../value/value.ts';
import { kindOf } from '../value/value.ts';
import type { Evaluator, Frame, Link, PlanOf } from './frame.ts';
import { nothing } from './frame.ts';
import { fixedValue } from './values.ts';

export function linkArithmetic({ operator, left, right }: PlanOf<'arithmetic'>, link: Link): Evaluator {
  const a = link(left);
  const b = link(right);
  return (frame) => {
    const l = a(frame);
    const r = b(frame);
    if (l === null || r === null) return null;
    if (typeof l === 'string') frame.budget.spend(l.length);
    return calculate(operator, l, r) ?? nothing(frame, noResult(operator, l, r));
  };
}

/** Names kinds, never values: a warning may be kept where values may not. */
function noResult(operator: Operator, a: Value, b: Value): string {
  if (operator === '/' && b === 0) return 'A division by zero has no result.';
  return `A ${kindOf(a)} “${operator}” a ${kindOf(b)} has no result here.`;
}

export function linkNegate({ of }: PlanOf<'negate'>, link: Link): Evaluator {
  const evaluate = link(of);
  return (frame) => {
    const value = evaluate(frame);
    return value === null ? null : (negated(value) ?? nothing(frame, `A ${kindOf(value)} has no negative.`));
  };
}

type Holds = (order: number) => boolean;

const HOLDS: { readonly [O in OrderOperator]: Holds } = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

type CompareDoubles = (a: number, b: number) => boolean;

const DOUBLES: { readonly [O in OrderOperator]: CompareDoubles } = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Whether `a operator b` holds; null, with a warning unless one is null, when they have no order. */
export function ordered(operator: OrderOperator, a: Value, b: Value, frame: Frame): boolean | null {
  const order = compareValues(a, b);
  if (order !== null) return HOLDS[operator](order);
  if (a === null || b === null) return null;
  return nothing(frame, `A ${kindOf(a)} and a ${kindOf(b)} cannot be compared.`);
}

export function linkOrder({ operator, on, left, right }: PlanOf<'order'>, link: Link): Evaluator {
  const a = link(left);
  const limit = fixedValue(right);
  const compare = DOUBLES[operator];
  if (on === 'number' && typeof limit === 'number') {
    return (frame) => {
      const value = a(frame);
      return typeof value === 'number' ? compare(value, limit) : ordered(operator, value, limit, frame);
    };
  }
  const b = link(right);
  return (frame) => {
    const l = a(frame);
    const r = b(frame);
    return typeof l === 'number' && typeof r === 'number' ? compare(l, r) : ordered(operator, l, r, frame);
  };
}

/** Whether two values are equal; null, with a warning, when they are of two kinds. */
export function same(a: Value, b: Value, frame: Frame): boolean | null {
  const equal = equalValues(a, b, frame.budget);
  return equal === null ? nothing(frame, `A ${kindOf(a)} is never equal to a ${kindOf(b)}.`) : equal;
}

export function linkEqual({ negated: isNegated, on, left, right }: PlanOf<'equal'>, link: Link): Evaluator {
  const a = link(left);
  const b = link(right);
  return (frame) => {
    const l = a(frame);
    const r = b(frame);
    if (on === 'string' && typeof l === 'string' && typeof r === 'string') return (l === r) !== isNegated;
    const equal = same(l, r, frame);
    return equal === null ? null : equal !== isNegated;
  };
}

export function linkBetween({ value, low, high }: PlanOf<'between'>, link: Link): Evaluator {
  const evaluate = link(value);
  const from = link(low);
  const to = link(high);
  return (frame) => {
    const found = evaluate(frame);
    return both(ordered('>=', found, from(frame), frame), ordered('<=', found, to(frame), frame));
  };
}

function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

/** Three-valued: what is neither true nor false counts as null (DMN 1.5, table 48). */
export function linkLogic({ op, left, right }: PlanOf<'and' | 'or'>, link: Link): Evaluator {
  const a = link(left);
  const b = link(right);
  const decisive = op === 'or';
  return (frame) => {
    const l = a(frame);
    if (l === decisive) return decisive;
    const r = b(frame);
    if (r === decisive) return decisive;
    return typeof l === 'boolean' && typeof r === 'boolean' ? !decisive : null;
  };
}
