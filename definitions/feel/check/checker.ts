import type { ExpressionProblem, ProblemCode, Span } from '../problem.ts';
import type { Syntax } from '../parse/syntax.ts';
import type { FeelType } from '../type/feel-type.ts';
import { ANY } from '../type/feel-type.ts';
import type { Typed } from './plan.ts';
import type { Scope } from './scope.ts';

/** What the checks of the construct families share: each asks it for the parts of its own construct. */
export interface Checker {
  /** Types a part. A text found in it is a problem; `bare` says that nothing is done with the value. */
  check(syntax: Syntax, scope: Scope, bare?: 'bare'): Typed;
  error(at: Span, code: ProblemCode, message: string, nearest?: string): void;
  warning(at: Span, code: ProblemCode, message: string, nearest?: string): void;
  /** A new place among an evaluation's locals. */
  newSlot(): number;
  /** Notes that a declared variable is read, and where it is named. */
  use(variable: string, at: Span): void;
  /** Whether `check` met a `?` while running `body`. */
  meetsInput(body: () => void): boolean;
}

/** What a check has gathered at its end. */
export interface Findings {
  readonly problems: readonly ExpressionProblem[];
  readonly uses: readonly string[];
  /** How many locals an evaluation needs. */
  readonly slots: number;
}

/** What stands for a part that has a problem: null, and of any type, so that nothing else complains of it. */
export const BROKEN: Typed = { plan: { op: 'constant', value: null }, type: ANY };

/** Null as a typed constant. */
export const NULL: Typed = { plan: { op: 'constant', value: null }, type: { type: 'null' } };

/** The type of the value under test, where `?` has one. */
export interface InputUnderTest {
  readonly slot: number;
  readonly type: FeelType;
}
