import type { TypeEnvironment } from '../feel/compiler.ts';
import { bounded } from '../feel/compiler.ts';
import { writeJson } from '../feel/value/border.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import { inputValues, linkTable } from './linked-table.ts';
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

/** Evaluates a table showing every clause of every row, also those that `evaluate` need not look at. */
export function explainTable(
  table: DecisionTable,
  types: TypeEnvironment,
  scope: JsonObject,
  now: number,
): TableExplanation {
  const linked = linkTable(table, types);
  const frame = linked.frame(scope, now);
  const explain = (): TableExplanation => {
    const inputs = inputValues(linked, frame);
    const shown = inputs.map((value) => writeJson(value, frame.budget, frame.warn));
    const explained = linked.rows.map((row, r) => {
      const clauses = table.inputs.map((input, i) => ({
        input: input.id,
        test: table.rows[r]?.when[i] ?? '-',
        value: shown[i] ?? null,
        matched: row.when[i]?.(inputs[i] ?? null, frame) ?? true,
      }));
      return { row, clauses, hit: clauses.every(({ matched }) => matched) };
    });
    const allHits = explained.filter(({ hit }) => hit).map(({ row }) => row);
    const hits = table.hitPolicy === 'first' ? allHits.slice(0, 1) : allHits;
    const result = resultOf(table, linked, hits, frame);
    return {
      result,
      rows: explained.map(({ row, clauses, hit }) => ({
        row: row.id,
        clauses,
        hit,
        counted: result.error === undefined && result.rows.includes(row.id),
      })),
    };
  };
  return bounded(frame, explain, { result: GIVEN_UP, rows: [] });
}
