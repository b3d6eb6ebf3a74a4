import { explainerFor, type RowExplanation } from '../../definitions/decision/explain.ts';
import type { TableResult } from '../../definitions/decision/result.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import { triedInput, triedTypes } from './tried-input.ts';

/** What a table comes to for one input, and which inputs failed each row. */
export interface Trial {
  readonly result: TableResult;
  /** By row, in their order: the places of the inputs that did not fit. Rows that failed alike share a list. */
  readonly failed: readonly (readonly number[])[];
  /** What each input came to; none of a table without rows. */
  readonly values: readonly Json[];
}

/** Ready to be tried with any number of inputs; what is worked out is said as what it comes to (tried-input.ts). */
export function trialsOf(
  table: DecisionTable,
  types: TypeEnvironment,
): (scope: JsonObject, now: number) => Trial {
  const inputs = table.inputs.map((input, place) => triedInput(input, place, types));
  const explain = explainerFor({ ...table, inputs }, triedTypes(table.inputs, types));
  return (scope, now) => {
    const { result, rows } = explain(scope, now);
    const lists = new Map<string, readonly number[]>();
    return { result, failed: rows.map((row) => failedIn(row, lists)), values: valuesIn(rows) };
  };
}

function failedIn({ clauses }: RowExplanation, lists: Map<string, readonly number[]>): readonly number[] {
  const failed = clauses.flatMap(({ matched }, at) => (matched ? [] : [at]));
  const key = failed.join();
  const known = lists.get(key);
  if (known !== undefined) return known;
  lists.set(key, failed);
  return failed;
}

function valuesIn(rows: readonly RowExplanation[]): readonly Json[] {
  return rows[0]?.clauses.map(({ value }) => value) ?? [];
}
