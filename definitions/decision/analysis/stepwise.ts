import type { CellPlan, Plan, TestPlan } from '../../feel/check/plan.ts';
import { fixedValue } from '../../feel/link/values.ts';
import type { Value } from '../../feel/value/value.ts';

/**
 * The constants that a cell compares its input with, if it asks nothing else: between two of them its answer does not
 * change. Null if it asks more. Without `ordered`, only for equality: a kind whose values cannot be told one by one.
 */
export function stepwise({ tests }: CellPlan, ordered: boolean): readonly Value[] | null {
  const constants: Value[] = [];
  return tests.every((test) => isStepwiseTest(test, ordered, constants)) ? constants : null;
}

function isStepwiseTest(test: TestPlan, ordered: boolean, into: Value[]): boolean {
  switch (test.test) {
    case 'string':
      into.push(test.value);
      return true;
    case 'equal':
      return isConstant(test.to, into);
    case 'order':
      return ordered && isConstant(test.to, into);
    case 'range':
      return (
        ordered &&
        [test.range.lower, test.range.upper].every((end) => end === undefined || isConstant(end, into))
      );
    case 'member':
      if (test.of.op !== 'list') return isConstant(test.of, into);
      return test.of.items.every((item) => isConstant(item, into));
    case 'condition':
      return isStepwise(test.of, ordered, into);
  }
}

function isStepwise(plan: Plan, ordered: boolean, into: Value[]): boolean {
  switch (plan.op) {
    case 'constant':
      return true;
    case 'and':
    case 'or':
      return isStepwise(plan.left, ordered, into) && isStepwise(plan.right, ordered, into);
    case 'equal':
    case 'order':
      if (plan.op === 'order' && !ordered) return false;
      return (
        (isInput(plan.left) && isConstant(plan.right, into)) ||
        (isInput(plan.right) && isConstant(plan.left, into))
      );
    case 'between':
      return ordered && isInput(plan.value) && isConstant(plan.low, into) && isConstant(plan.high, into);
    case 'in':
      return isInput(plan.value) && plan.tests.every((test) => isStepwiseTest(test, ordered, into));
    case 'call':
      return plan.name === 'not' && plan.args.every((arg) => isStepwise(arg, ordered, into));
    default:
      return false;
  }
}

/** No operator that is looked into here has locals of its own: the only one in sight is the input. */
function isInput(plan: Plan): boolean {
  return plan.op === 'local';
}

function isConstant(plan: Plan, into: Value[]): boolean {
  const value = fixedValue(plan);
  if (value === undefined) return false;
  into.push(value);
  return true;
}

/** Every constant of one of these kinds that a cell names anywhere: likely values to try it with. */
export function namedIn(part: unknown): readonly Value[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('test' in part && part.test === 'string' && 'value' in part && typeof part.value === 'string')
    return [part.value];
  const value =
    'op' in part && typeof part.op === 'string' ? fixedValue({ ...part, op: part.op }) : undefined;
  return value === undefined ? Object.values(part).flatMap(namedIn) : [value];
}
