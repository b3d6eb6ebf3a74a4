import type { TypeEnvironment } from '../feel/compiler.ts';
import { bounded, frameFor } from '../feel/compiler.ts';
import type { Frame } from '../feel/link/frame.ts';
import { link } from '../feel/link/link.ts';
import { linkTable } from '../feel/link/table.ts';
import { writeJson } from '../feel/value/border.ts';
import type { Value } from '../feel/value/value.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import type { ValueType } from '../flow/value-type.ts';
import type { PlannedTable } from './plan-table.ts';
import { planTable } from './plan-table.ts';
import type { TableProblem } from './problem.ts';
import { GIVEN_UP, resultOf } from './result.ts';
import type { TableResult } from './result.ts';
import { resultType } from './result-type.ts';
import type { DecisionTable } from './table.ts';

export type { TablePart, TableProblem } from './problem.ts';
export type { TableResult } from './result.ts';

/** A decision table ready to be evaluated any number of times. */
export interface CompiledTable {
  readonly problems: readonly TableProblem[];
  /** What is known of its value; it may be null whatever the type. */
  readonly type: ValueType;
  /** Over the variables in `scope`, at `now` (milliseconds since the epoch). Never throws. */
  evaluate(scope: JsonObject, now: number, warn?: (warning: string) => void): TableResult;
  /** The same, with what it looked at. */
  decide(scope: JsonObject, now: number, warn?: (warning: string) => void): TableDecision;
}

/**
 * What a table came to and the values of its inputs, in their order; none when the evaluation was given up, and
 * undefined for one that is too large to be written down.
 */
export interface TableDecision {
  readonly result: TableResult;
  readonly inputs: readonly (Json | undefined)[];
}

/** Compiles a decision table (DMN 1.5, chapter 8) over the variables given to it; what is wrong stands in `problems`. */
export function compileTable(table: DecisionTable, types: TypeEnvironment): CompiledTable {
  return linkPlannedTable(table, planTable(table, types));
}

/** Makes a planned table ready. `table` is what it was planned from. */
export function linkPlannedTable(
  table: Pick<DecisionTable, 'outputs' | 'hitPolicy' | 'aggregation'>,
  { problems, slots, plan }: PlannedTable,
): CompiledTable {
  const linked = linkTable(plan, link);
  const resultOver = (inputs: readonly Value[], frame: Frame): TableResult =>
    resultOf(plan, linked.outcome(linked.hits(inputs, frame), frame), frame);
  return {
    problems,
    type: resultType(table),
    evaluate(scope, now, warn) {
      const frame = frameFor(scope, now, slots, warn);
      return bounded(frame, () => resultOver(linked.inputs(frame), frame), GIVEN_UP);
    },
    decide(scope, now, warn) {
      const frame = frameFor(scope, now, slots, warn);
      const decide = (): TableDecision => {
        const inputs = linked.inputs(frame);
        const result = resultOver(inputs, frame);
        return { result, inputs: inputs.map(written) };
      };
      return bounded(frame, decide, UNDECIDED);
    },
  };
}

/** On a budget of its own: to be written down must not change what the table comes to. */
function written(value: Value): Json | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value;
  const apart = frameFor({}, 0, 0);
  return bounded<Json | undefined>(apart, () => writeJson(value, apart.budget, apart.warn), undefined);
}

const UNDECIDED: TableDecision = { result: GIVEN_UP, inputs: [] };
