import type { JsonObject } from '../flow/json.ts';
import type { ValueType } from '../flow/value-type.ts';
import { Budget, OutOfBudget } from './budget.ts';
import { checkExpression, checkUnaryTests } from './check/check.ts';
import { readsOf } from './check/reads.ts';
import type { Read } from './check/reads.ts';
import type { Evaluator, Frame, Tester } from './link/frame.ts';
import { link } from './link/link.ts';
import { linkCell } from './link/tests.ts';
import { parserFor } from './parse/parse.ts';
import type { ExpressionProblem } from './problem.ts';
import type { FeelType } from './type/feel-type.ts';
import { ANY } from './type/feel-type.ts';

/** The variables in sight of an expression, with their declared types. */
export type TypeEnvironment = { readonly [variable: string]: ValueType };

/** A compiled expression for rooms that compute on with values (decision tables); JSON is for the outside. */
export interface LinkedExpression {
  readonly problems: readonly ExpressionProblem[];
  readonly type: FeelType;
  readonly uses: readonly string[];
  /** Locals that a frame must have room for. */
  readonly slots: number;
  readonly run: Evaluator;
  /** What it looks at, worked out when asked. */
  reads(): readonly Read[];
}

export interface LinkedTest {
  readonly problems: readonly ExpressionProblem[];
  readonly uses: readonly string[];
  readonly slots: number;
  readonly passes: Tester;
}

/** Compiles many expressions over the same variables; what they share is prepared once. */
export interface Compiler {
  expression(source: string): LinkedExpression;
  /** A table cell; an empty one is any, as `-` is. */
  unaryTest(source: string, inputType: ValueType): LinkedTest;
}

export function compilerFor(types: TypeEnvironment): Compiler {
  const parser = parserFor(types);
  return {
    expression(source) {
      const parsed = parser.expression(source);
      if ('problem' in parsed)
        return {
          problems: [parsed.problem],
          type: ANY,
          uses: [],
          slots: 0,
          run: () => null,
          reads: () => [],
        };
      const { typed, findings } = checkExpression(parsed.syntax, types);
      const run: Evaluator = isBroken(findings.problems) ? () => null : link(typed.plan);
      return { ...findings, type: typed.type, run, reads: () => readsOf(typed.plan) };
    },
    unaryTest(source, inputType) {
      const isAny = source.trim() === '' || source.trim() === '-';
      const parsed = isAny ? { syntax: { kind: 'any' } as const } : parser.unaryTests(source);
      if ('problem' in parsed) return { problems: [parsed.problem], uses: [], slots: 1, passes: () => false };
      const { cell, findings } = checkUnaryTests(parsed.syntax, inputType, types);
      return { ...findings, passes: isBroken(findings.problems) ? () => false : linkCell(cell, link) };
    },
  };
}

/** Whether an expression with these problems has no value. */
export function isBroken(problems: readonly ExpressionProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

const SILENT = (): void => undefined;

/** A frame for one evaluation. */
export function frameFor(
  scope: JsonObject,
  now: number,
  slots: number,
  warn: (warning: string) => void = SILENT,
): Frame {
  return {
    scope,
    now,
    budget: new Budget(),
    warn,
    locals: slots === 0 ? NO_LOCALS : new Array(slots).fill(null),
  };
}

/** Never written to: no closure owns a slot of an evaluation that has none. */
const NO_LOCALS: Frame['locals'] = [];

/** Runs an evaluation to its end, or to the end of its budget, where `otherwise` stands in with a warning. */
export function bounded<T>(frame: Frame, evaluate: () => T, otherwise: T): T {
  try {
    return evaluate();
  } catch (thrown) {
    if (!(thrown instanceof OutOfBudget)) throw thrown;
    frame.warn(`The evaluation was given up: ${thrown.message}.`);
    return otherwise;
  }
}
