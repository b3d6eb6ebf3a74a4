import type { Syntax, UnaryTestsSyntax } from '../parse/syntax.ts';
import type { ExpressionProblem, ProblemCode, Span } from '../problem.ts';
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
  const checker = new ExpressionChecker(undefined, counter);
  const typed = checker.check(syntax, scope, 'bare');
  return { typed, findings: checker.findings() };
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
  const checker = new ExpressionChecker(input, counter);
  if (syntax.kind === 'any') return { cell: { negated: true, tests: [] }, findings: checker.findings() };
  const tests = syntax.tests.map((test) => checkTest(test, input.type, scope, checker));
  return { cell: { negated: syntax.negated, tests }, findings: checker.findings() };
}

const TEXT_ADVICE =
  'A text cannot be looked into here: it stays in the database. Let an activity derive a fact from it, and use that.';

/** Counts the places among an evaluation's locals. Expressions that are evaluated together share one. */
export interface SlotCounter {
  slots: number;
}

/** A checker of one expression. */
export class ExpressionChecker implements Checker {
  readonly #problems: ExpressionProblem[] = [];
  readonly #uses = new Set<string>();
  readonly #input: InputUnderTest | undefined;
  readonly #counter: SlotCounter;
  #inputsMet = 0;

  constructor(input?: InputUnderTest, counter: SlotCounter = { slots: input ? input.slot + 1 : 0 }) {
    this.#input = input;
    this.#counter = counter;
  }

  check(syntax: Syntax, scope: Scope, bare?: 'bare'): Typed {
    const typed = this.#dispatch(syntax, scope);
    if (typed.type.type !== 'text') return typed;
    if (bare && (syntax.kind === 'name' || syntax.kind === 'path')) return typed;
    this.error(syntax.at, 'text in expression', TEXT_ADVICE);
    return BROKEN;
  }

  error(at: Span, code: ProblemCode, message: string, nearest?: string): void {
    this.#problems.push(errorAt(at, code, message, nearest));
  }

  warning(at: Span, code: ProblemCode, message: string, nearest?: string): void {
    this.#problems.push(warningAt(at, code, message, nearest));
  }

  newSlot(): number {
    return this.#counter.slots++;
  }

  use(variable: string, _at: Span): void {
    this.#uses.add(variable);
  }

  meetsInput(body: () => void): boolean {
    const before = this.#inputsMet;
    body();
    return this.#inputsMet > before;
  }

  findings(): Findings {
    return { problems: this.#problems, uses: [...this.#uses], slots: this.#counter.slots };
  }

  #dispatch(syntax: Syntax, scope: Scope): Typed {
    switch (syntax.kind) {
      case 'null':
      case 'boolean':
      case 'number':
      case 'string':
      case 'at':
        return checkLiteral(syntax, this);
      case 'list':
        return checkList(syntax, scope, this);
      case 'context':
        return checkContext(syntax, scope, this);
      case 'interval':
        return checkInterval(syntax, scope, this);
      case 'comparison test':
        return checkComparisonRange(syntax, scope, this);
      case 'name':
        return checkName(syntax, scope, this);
      case 'input':
        return this.#checkInput(syntax);
      case 'path':
        return checkPath(syntax, scope, this);
      case 'filter':
        return checkFilter(syntax, scope, this);
      case 'arithmetic':
        return checkArithmetic(syntax, scope, this);
      case 'negation':
        return checkNegation(syntax, scope, this);
      case 'comparison':
        return checkComparison(syntax, scope, this);
      case 'and':
      case 'or':
        return checkLogic(syntax, scope, this);
      case 'between':
        return checkBetween(syntax, scope, this);
      case 'in':
        return checkIn(syntax, scope, this);
      case 'instance of':
        return checkInstanceOf(syntax, scope, this);
      case 'if':
        return checkIf(syntax, scope, this);
      case 'for':
        return checkFor(syntax, scope, this);
      case 'some':
      case 'every':
        return checkQuantified(syntax, scope, this);
      case 'call':
        return checkCall(syntax, scope, this);
      case 'function':
        return checkFunction(syntax, scope, this);
    }
  }

  #checkInput(syntax: Syntax): Typed {
    this.#inputsMet += 1;
    if (this.#input) return { plan: { op: 'local', slot: this.#input.slot }, type: this.#input.type };
    this.error(syntax.at, 'syntax', '“?” stands for the input of a table, and only in its cells.');
    return BROKEN;
  }
}
