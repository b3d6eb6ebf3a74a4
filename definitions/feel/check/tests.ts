import type { Syntax } from '../parse/syntax.ts';
import type { FeelType } from '../type/feel-type.ts';
import { BOOLEAN, mayBe, nameOf } from '../type/feel-type.ts';
import { noteDisallowed } from './allowed.ts';
import type { Checker } from './checker.ts';
import { checkInterval } from './literals.ts';
import { mustCompare, mustOrder } from './operators.ts';
import type { TestPlan, Typed } from './plan.ts';
import type { Scope } from './scope.ts';

/** Types one test of a value of type `input` (DMN 1.5, grammar rules 7 to 17, table 63). */
export function checkTest(syntax: Syntax, input: FeelType, scope: Scope, checker: Checker): TestPlan {
  switch (syntax.kind) {
    case 'comparison test': {
      const to = checker.check(syntax.to, scope);
      const { operator } = syntax;
      if (operator === '=' || operator === '!=') {
        mustCompare(syntax.at, input, to.type, checker);
        noteDisallowed(syntax.to, input, checker);
        return { test: 'equal', negated: operator === '!=', to: to.plan };
      }
      mustOrder(syntax.at, input, to.type, checker);
      const on = input.type === 'number' && to.type.type === 'number' ? 'number' : 'any';
      return { test: 'order', operator, on, to: to.plan };
    }
    case 'interval': {
      const { plan, type } = checkInterval(syntax, scope, checker);
      if (type.type === 'range') mustOrder(syntax.at, input, type.of, checker);
      return { test: 'range', range: plan };
    }
    case 'string':
      if (input.type !== 'string') break;
      noteDisallowed(syntax, input, checker);
      return { test: 'string', value: syntax.value };
  }
  return checkExpressionTest(syntax, input, scope, checker);
}

/** An expression as a test: a condition if it speaks of `?`, else a value, list or range that the input may be in. */
function checkExpressionTest(syntax: Syntax, input: FeelType, scope: Scope, checker: Checker): TestPlan {
  let typed: Typed | undefined;
  const isCondition = checker.meetsInput(() => {
    typed = checker.check(syntax, scope);
  });
  const { plan, type } = typed ?? checker.check(syntax, scope);
  if (isCondition || (type.type === 'boolean' && !mayBe(input, BOOLEAN))) {
    if (!mayBe(type, BOOLEAN)) {
      checker.error(syntax.at, 'type mismatch', `A condition is true or false; this is a ${nameOf(type)}.`);
    }
    return { test: 'condition', of: plan };
  }
  noteDisallowed(syntax, input, checker);
  // As a member, `true` would also pass what is neither true nor false.
  if (type.type === 'boolean' && input.type === 'boolean') return { test: 'equal', negated: false, to: plan };
  if (!mayHold(type, input)) mustCompare(syntax.at, input, type, checker);
  return { test: 'member', of: plan };
}

/** Whether a value of type `type` may be, or may hold, one of type `input`. */
function mayHold(type: FeelType, input: FeelType): boolean {
  if (mayBe(type, input)) return true;
  if (type.type === 'range') return mayBe(type.of, input);
  return type.type === 'list' && mayHold(type.of, input);
}

/** Types `value in test` and `value in (test, …)`. */
export function checkIn(syntax: Extract<Syntax, { kind: 'in' }>, scope: Scope, checker: Checker): Typed {
  const value = checker.check(syntax.value, scope);
  const tests = syntax.tests.map((test) => checkTest(test, value.type, scope, checker));
  return { plan: { op: 'in', value: value.plan, slot: checker.newSlot(), tests }, type: BOOLEAN };
}
