import { bounded } from '../feel/compiler.ts';
import type { TypeEnvironment } from '../feel/compiler.ts';
import type { JsonObject } from '../flow/json.ts';
import type { ValueType } from '../flow/value-type.ts';
import { rowHits } from './hits.ts';
import type { LinkedRow } from './linked-table.ts';
import { inputValues, linkTable } from './linked-table.ts';
import type { TableProblem } from './problem.ts';
import { GIVEN_UP, resultOf } from './result.ts';
import type { TableResult } from './result.ts';
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
}

/** Compiles a decision table (DMN 1.5, chapter 8) over the variables given to it; what is wrong stands in `problems`. */
export function compileTable(table: DecisionTable, types: TypeEnvironment): CompiledTable {
  const linked = linkTable(table, types);
  return {
    problems: linked.problems,
    type: typeOf(table),
    evaluate(scope, now, warn) {
      const frame = linked.frame(scope, now, warn);
      return bounded(
        frame,
        () => {
          const inputs = inputValues(linked, frame);
          const hits: LinkedRow[] = [];
          for (const row of linked.rows) {
            if (!rowHits(row, inputs, frame)) continue;
            hits.push(row);
            if (table.hitPolicy === 'first') break;
          }
          return resultOf(table, linked, hits, frame);
        },
        GIVEN_UP,
      );
    },
  };
}

function typeOf({ outputs, hitPolicy, aggregation }: DecisionTable): ValueType {
  const [only] = outputs;
  const one: ValueType =
    only && outputs.length === 1
      ? only.type
      : { type: 'context', fields: Object.fromEntries(outputs.map(({ name, type }) => [name, type])) };
  if (hitPolicy !== 'collect') return one;
  if (aggregation === 'count') return { type: 'number' };
  return aggregation === undefined ? { type: 'list', of: one } : one;
}
