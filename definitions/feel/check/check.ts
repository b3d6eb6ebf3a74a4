import type { Syntax, UnaryTestsSyntax } from '../parse/syntax.ts';
import type { ExpressionProblem } from '../problem.ts';
import { errorAt, warningAt } from '../problem.ts';
import { checkCall, checkFunction } from './calls.ts';
import type { Checker, Findings, InputUnderTest } from './checker.ts';
import { BROKEN } from './checker.ts';
import { checkFor, checkIf, checkQuantified } from './iteration.ts';
import { checkComparisonRange, checkContext, checkInterval, checkList, checkLiteral } from './literals.ts';
import { checkFilter, checkName, checkPath } from './names.ts';
import {
  checkArithmetic,
  checkBetween,
  checkComparison,
  checkInstanceOf,
  checkLogic,
  checkNegation,
} from './operators.ts';
import type { CellPlan, Typed } from './plan.ts';
import type { Scope } from './scope.ts';
import { checkIn, checkTest } from './tests.ts';

/** Types an expression; `counter` where it is evaluated together with others. */
export function checkExpression(
  syntax: Syntax,
  scope: Scope,
  counter?: SlotCounter,
): { readonly typed: Typed; readonly findings: Findings } {
  const { checker, findings } = newChecker(undefined, counter);
  const typed = checker.check(syntax, scope, 'bare');
  return { typed, findings: findings() };
}

/** Types a table cell: what of it may not be looked into is a problem. */
export function checkUnaryTests(
  syntax: UnaryTestsSyntax,
  input: InputUnderTest,
  scope: Scope,
  counter?: SlotCounter,
): { readonly cell: CellPlan; readonly findings: Findings } {
  if (syntax.kind === 'tests' && input.type.type === 'text') {
    const problems = [errorAt(syntax.at, 'text in expression', TEXT_ADVICE)];
    return {
      cell: { negated: true, tests: [] },
      findings: { problems, uses: [], slots: counter?.slots ?? 0 },
    };
  }
  return checkCell(syntax, input, scope, counter);
}

/** Types a table cell. */
export function checkCell(
  syntax: UnaryTestsSyntax,
  input: InputUnderTest,
  scope: Scope,
  counter?: SlotCounter,
): { readonly cell: CellPlan; readonly findings: Findings } {
  const { checker, findings } = newChecker(input, counter);
  if (syntax.kind === 'any') return { cell: { negated: true, tests: [] }, findings: findings() };
  const tests = syntax.tests.map((test) => checkTest(test, input.type, scope, checker));
  return { cell: { negated: syntax.negated, tests }, findings: findings() };
}

const TEXT_ADVICE =
  'A text cannot be looked into here: it stays in the database. Let an activity derive a fact from it, and use that.';

/** Counts the places among an evaluation's locals. Expressions that are evaluated together share one. */
export interface SlotCounter {
  slots: number;
}

/** A checker of one expression. */
export function newChecker(
  input?: InputUnderTest,
  counter: SlotCounter = { slots: input ? input.slot + 1 : 0 },
): { checker: Checker; findings: () => Findings } {
  const problems: ExpressionProblem[] = [];
  const uses = new Set<string>();
  let inputsMet = 0;

  const checker: Checker = {
    check(syntax, scope, bare) {
      const typed = dispatch(syntax, scope);
      if (typed.type.type !== 'text') return typed;
      if (bare && (syntax.kind === 'name' || syntax.kind === 'path')) return typed;
      checker.error(syntax.at, 'text in expression', TEXT_ADVICE);
      return BROKEN;
    },
    error: (at, code, message, nearest) => void problems.push(errorAt(at, code, message, nearest)),
    warning: (at, code, message, nearest) => void problems.push(warningAt(at, code, message, nearest)),
    newSlot: () => counter.slots++,
    use: (variable) => void uses.add(variable),
    meetsInput(body) {
      const before = inputsMet;
      body();
      return inputsMet > before;
    },
  };

  function dispatch(syntax: Syntax, scope: Scope): Typed {
    switch (syntax.kind) {
      case 'null':
      case 'boolean':
      case 'number':
      case 'string':
      case 'at':
        return checkLiteral(syntax, checker);
      case 'list':
        return checkList(syntax, scope, checker);
      case 'context':
        return checkContext(syntax, scope, checker);
      case 'interval':
        return checkInterval(syntax, scope, checker);
      case 'comparison test':
        return checkComparisonRange(syntax, scope, checker);
      case 'name':
        return checkName(syntax, scope, checker);
      case 'input':
        return checkInput(syntax);
      case 'path':
        return checkPath(syntax, scope, checker);
      case 'filter':
        return checkFilter(syntax, scope, checker);
      case 'arithmetic':
        return checkArithmetic(syntax, scope, checker);
      case 'negation':
        return checkNegation(syntax, scope, checker);
      case 'comparison':
        return checkComparison(syntax, scope, checker);
      case 'and':
      case 'or':
        return checkLogic(syntax, scope, checker);
      case 'between':
        return checkBetween(syntax, scope, checker);
      case 'in':
        return checkIn(syntax, scope, checker);
      case 'instance of':
        return checkInstanceOf(syntax, scope, checker);
      case 'if':
        return checkIf(syntax, scope, checker);
      case 'for':
        return checkFor(syntax, scope, checker);
      case 'some':
      case 'every':
        return checkQuantified(syntax, scope, checker);
      case 'call':
        return checkCall(syntax, scope, checker);
      case 'function':
        return checkFunction(syntax, scope, checker);
    }
  }

  function checkInput(syntax: Syntax): Typed {
    inputsMet += 1;
    if (input) return { plan: { op: 'local', slot: input.slot }, type: input.type };
    checker.error(syntax.at, 'syntax', '“?” stands for the input of a table, and only in its cells.');
    return BROKEN;
  }

  return { checker, findings: () => ({ problems, uses: [...uses], slots: counter.slots }) };
}
