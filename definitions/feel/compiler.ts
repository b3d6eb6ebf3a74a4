import type { JsonObject } from '../flow/json.ts';
import type { ValueType } from '../flow/value-type.ts';
import { Budget, OutOfBudget } from './budget.ts';
import { checkExpression, checkUnaryTests } from './check/check.ts';
import type { CellPlan, Plan } from './check/plan.ts';
import { variableScope } from './check/scope.ts';
import type { Frame } from './link/frame.ts';
import type { Value } from './value/value.ts';
import { parserFor } from './parse/parse.ts';
import type { ExpressionProblem } from './problem.ts';
import type { FeelType } from './type/feel-type.ts';
import { ANY } from './type/feel-type.ts';

/** The variables in sight of an expression, with their declared types. */
export type TypeEnvironment = { readonly [variable: string]: ValueType };

/** An expression typed and resolved, as plain data; to be linked, or stored first. */
export interface PlannedExpression {
  readonly problems: readonly ExpressionProblem[];
  readonly type: FeelType;
  readonly uses: readonly string[];
  /** Locals that a frame must have room for. */
  readonly slots: number;
  /** Null, as a plan, of an expression with an error. */
  readonly plan: Plan;
}

export interface PlannedCell {
  readonly problems: readonly ExpressionProblem[];
  readonly uses: readonly string[];
  readonly slots: number;
  /** One that nothing passes, of a cell with an error. */
  readonly cell: CellPlan;
}

/** Plans many expressions over the same variables; what they share is prepared once. */
export interface Planner {
  /** `from`: the first local that it may use, where several share a frame. */
  expression(source: string, from?: number): PlannedExpression;
  /** A table cell whose input is of a declared type and in local `slot`; an empty one is any, as `-` is. */
  cell(
    source: string,
    input: { readonly type: ValueType; readonly slot: number },
    from?: number,
  ): PlannedCell;
}

/** What an expression with an error is at run time. */
export const NULL_PLAN: Plan = { op: 'constant', value: null };
const NOTHING_PASSES: CellPlan = { negated: false, tests: [] };
const ANYTHING_PASSES: CellPlan = { negated: true, tests: [] };

export function plannerFor(types: TypeEnvironment): Planner {
  const parser = parserFor(types);
  const scope = variableScope(types);
  return {
    expression(source, from = 0) {
      const parsed = parser.expression(source);
      if ('problem' in parsed)
        return { problems: [parsed.problem], type: ANY, uses: [], slots: from, plan: NULL_PLAN };
      const { typed, findings } = checkExpression(parsed.syntax, scope, { slots: from });
      return { ...findings, type: typed.type, plan: isBroken(findings.problems) ? NULL_PLAN : typed.plan };
    },
    cell(source, input, from = input.slot + 1) {
      if (source.trim() === '' || source.trim() === '-')
        return { problems: [], uses: [], slots: from, cell: ANYTHING_PASSES };
      const parsed = parser.unaryTests(source);
      if ('problem' in parsed)
        return { problems: [parsed.problem], uses: [], slots: from, cell: NOTHING_PASSES };
      const { cell, findings } = checkUnaryTests(parsed.syntax, input, scope, { slots: from });
      return { ...findings, cell: isBroken(findings.problems) ? NOTHING_PASSES : cell };
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
    locals: slots === 0 ? NO_LOCALS : new Array<Value>(slots),
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
