import type { CellPlan, Plan, RangePlan, TestPlan } from '../../feel/check/plan.ts';
import { bounded, frameFor } from '../../feel/compiler.ts';
import { link } from '../../feel/link/link.ts';
import { formatNumber } from '../../feel/value/number.ts';
import { writeTemporal } from '../../feel/value/notation.ts';
import type { Value } from '../../feel/value/value.ts';
import { isNumber } from '../../feel/value/value.ts';

/** A cell with what is worked out from constants alone written as a constant: `duration("PT1H")` as `@"PT1H"`. */
export function folded({ negated, tests }: CellPlan, slots: number): CellPlan {
  return { negated, tests: tests.map((test) => foldedTest(test, slots)) };
}

function foldedTest(test: TestPlan, slots: number): TestPlan {
  const fold = (plan: Plan): Plan => foldedPlan(plan, slots);
  switch (test.test) {
    case 'string':
      return test;
    case 'equal':
    case 'order':
      return { ...test, to: fold(test.to) };
    case 'range':
      return { ...test, range: foldedRange(test.range, fold) };
    case 'member':
      return { ...test, of: fold(test.of) };
    case 'condition':
      return { ...test, of: foldedWithin(test.of, fold) };
  }
}

function foldedRange(range: RangePlan, fold: (plan: Plan) => Plan): RangePlan {
  const lower = range.lower && fold(range.lower);
  const upper = range.upper && fold(range.upper);
  return { ...range, ...(lower && { lower }), ...(upper && { upper }) };
}

/** Folds what a condition compares with. */
function foldedWithin(plan: Plan, fold: (plan: Plan) => Plan): Plan {
  const within = (part: Plan): Plan => foldedWithin(part, fold);
  switch (plan.op) {
    case 'and':
    case 'or':
    case 'equal':
    case 'order':
      return { ...plan, left: within(plan.left), right: within(plan.right) };
    case 'between':
      return { ...plan, value: within(plan.value), low: within(plan.low), high: within(plan.high) };
    case 'local':
      return plan;
    default:
      return fold(plan);
  }
}

function foldedPlan(plan: Plan, slots: number): Plan {
  if (plan.op === 'constant' || plan.op === 'number' || plan.op === 'temporal' || !isFixed(plan)) return plan;
  if (plan.op === 'list') return { ...plan, items: plan.items.map((item) => foldedPlan(item, slots)) };
  const frame = frameFor({}, 0, slots);
  return constant(bounded<Value | undefined>(frame, () => link(plan)(frame), undefined)) ?? plan;
}

function constant(value: Value | undefined): Plan | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return { op: 'constant', value };
  if (value === undefined) return undefined;
  if (isNumber(value)) return { op: 'number', digits: formatNumber(value) };
  const text = writeTemporal(value);
  return text === undefined ? undefined : { op: 'temporal', text };
}

const OF_THE_CLOCK: ReadonlySet<string> = new Set(['now', 'today']);

/** Whether a plan reads no variable, no local that is given to it, and no clock. */
function isFixed(plan: Plan): boolean {
  return every(plan, (part) => part.op !== 'variable' && part.op !== 'local' && !readsClock(part));
}

/** Whether a part of a plan asks for the time. */
export function readsClock(part: { readonly op?: unknown; readonly name?: unknown }): boolean {
  const { op, name } = part;
  return (op === 'call' || op === 'builtin') && typeof name === 'string' && OF_THE_CLOCK.has(name);
}

/** Whether something holds of a plan and of all its parts. */
export function every(
  part: unknown,
  holds: (part: { readonly op?: unknown; readonly name?: unknown }) => boolean,
): boolean {
  if (typeof part !== 'object' || part === null) return true;
  return holds(part) && Object.values(part).every((inner) => every(inner, holds));
}
