import type { TypeEnvironment } from '../feel/compiler.ts';
import { bounded, frameFor } from '../feel/compiler.ts';
import { link } from '../feel/link/link.ts';
import { linkTable } from '../feel/link/table.ts';
import { writeJson } from '../feel/value/border.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import { planTable } from './plan-table.ts';
import { GIVEN_UP, resultOf } from './result.ts';
import type { TableResult } from './result.ts';
import type { DecisionTable } from './table.ts';

/** One cell: the test as written, the input's value, and whether the value passed. `input` is the input's id. */
export interface ClauseExplanation {
  readonly input: string;
  readonly test: string;
  readonly value: Json;
  readonly matched: boolean;
}

/** A row hits when all its clauses matched; it counts when the hit policy let it decide. */
export interface RowExplanation {
  readonly row: string;
  readonly clauses: readonly ClauseExplanation[];
  readonly hit: boolean;
  readonly counted: boolean;
}

/** Why a table came to its result, clause by clause. `result` is what `evaluate` answers for the same scope. */
export interface TableExplanation {
  readonly result: TableResult;
  readonly rows: readonly RowExplanation[];
}

/**
 * Evaluates a table showing every clause of every row, also those that `evaluate` need not look at: each cell is asked
 * for itself alone, so that its answer does not rest on what answers faster.
 */
export function explainTable(
  table: DecisionTable,
  types: TypeEnvironment,
  scope: JsonObject,
  now: number,
): TableExplanation {
  return explainerFor(table, types)(scope, now);
}

/** The same, for any number of scopes. */
export function explainerFor(
  table: DecisionTable,
  types: TypeEnvironment,
): (scope: JsonObject, now: number) => TableExplanation {
  const { plan, slots } = planTable(table, types);
  const linked = linkTable(plan, link);
  return (scope, now) => {
    const frame = frameFor(scope, now, slots);
    const explain = (): TableExplanation => {
      const inputs = linked.inputs(frame);
      const shown = inputs.map((value) => writeJson(value, frame.budget, frame.warn));
      const explained = table.rows.map(({ id, when }, row) => {
        const clauses = table.inputs.map((input, column) => ({
          input: input.id,
          test: when[column] ?? '-',
          value: shown[column] ?? null,
          matched: linked.passes(row, column, inputs[column] ?? null, frame),
        }));
        return { row: id, clauses, hit: clauses.every(({ matched }) => matched) };
      });
      const allHits = explained.flatMap(({ hit }, row) => (hit ? [row] : []));
      const hits = table.hitPolicy === 'first' ? allHits.slice(0, 1) : allHits;
      const result = resultOf(plan, linked.outcome(hits, frame), frame);
      const counted = new Set(result.error === undefined ? result.rows : []);
      return { result, rows: explained.map((row) => ({ ...row, counted: counted.has(row.row) })) };
    };
    return bounded(frame, explain, { result: GIVEN_UP, rows: [] });
  };
}
