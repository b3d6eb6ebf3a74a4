import type { Json, JsonObject } from '../flow/json.ts';
import type { ValueType } from '../flow/value-type.ts';
import type { Read } from './check/reads.ts';
import type { TypeEnvironment } from './compiler.ts';
import type { PlannedExpression } from './compiler.ts';
import { bounded, frameFor, plannerFor } from './compiler.ts';
import { link } from './link/link.ts';
import { linkCell } from './link/tests.ts';
import { readsOf } from './check/reads.ts';
import type { ExpressionProblem } from './problem.ts';
import { truthOf, type Truth } from './truth/truth.ts';
import { declarable } from './type/feel-type.ts';
import { readJson, writeJson } from './value/border.ts';

export type { Read } from './check/reads.ts';
export type { Truth } from './truth/truth.ts';
export type { TypeEnvironment } from './compiler.ts';
export type { ExpressionProblem, ProblemCode } from './problem.ts';

/** An expression ready to be evaluated any number of times. */
export interface CompiledExpression {
  readonly source: string;
  readonly problems: readonly ExpressionProblem[];
  /** What is known of its value; it may be null whatever the type. */
  readonly type: ValueType;
  /** The declared variables it reads. */
  readonly uses: readonly string[];
  /** The same with the fields that it names (`facts.topic`), texts left out; worked out when asked. */
  reads(): readonly Read[];
  /** Of a condition: whether it can be true, and false; worked out when asked. */
  truth(): Truth;
  /**
   * Its value over the variables in `scope`, at `now` (milliseconds since the epoch). Null if the expression has an
   * error or no result; `warn` hears why, in words that hold no values. Never throws. Values of time are ISO 8601.
   */
  evaluate(scope: JsonObject, now: number, warn?: (warning: string) => void): Json;
}

/** A decision table's cell ready to test inputs; one with an error matches nothing. */
export interface CompiledTest {
  readonly source: string;
  readonly problems: readonly ExpressionProblem[];
  readonly uses: readonly string[];
  matches(input: Json, scope: JsonObject, now: number): boolean;
}

/**
 * Compiles a FEEL expression (DMN 1.5, chapter 10) over declared variables. What is wrong with it stands in
 * `problems`; it throws nothing.
 */
export function compileExpression(source: string, types: TypeEnvironment): CompiledExpression {
  return linkPlanned(source, plannerFor(types).expression(source));
}

/** Makes a planned expression ready. */
export function linkPlanned(
  source: string,
  { problems, type, uses, slots, plan }: PlannedExpression,
): CompiledExpression {
  const run = link(plan);
  return {
    source,
    problems,
    type: declarable(type),
    uses,
    reads: () => readsOf(plan),
    truth: () => truthOf(plan, slots),
    evaluate(scope, now, warn) {
      const frame = frameFor(scope, now, slots, warn);
      return bounded(frame, () => writeJson(run(frame), frame.budget, frame.warn), null);
    },
  };
}

/** Compiles FEEL unary tests, as in a decision table's cell, over an input of a declared type; `-` and nothing are any. */
export function compileUnaryTest(source: string, inputType: ValueType, types: TypeEnvironment): CompiledTest {
  const { problems, uses, slots, cell } = plannerFor(types).cell(source, { type: inputType, slot: 0 });
  const passes = linkCell(cell, link);
  return {
    source,
    problems,
    uses,
    matches(input, scope, now) {
      const frame = frameFor(scope, now, slots);
      return bounded(frame, () => passes(readJson(input, inputType, frame.warn), frame), false);
    },
  };
}
