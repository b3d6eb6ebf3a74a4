import type { TablePlan } from '../feel/check/plan.ts';
import type { Frame } from '../feel/link/frame.ts';
import type { Outcome, PolicyError } from '../feel/link/hit-policy.ts';
import { writeJson } from '../feel/value/border.ts';
import type { Json } from '../flow/json.ts';

/** What a table came to. `rows` are the ids of the rows that made it so, in the order in which they count. */
export interface TableResult {
  readonly value: Json;
  readonly rows: readonly string[];
  readonly error?: PolicyError;
}

/** A table whose evaluation was given up. */
export const GIVEN_UP: TableResult = { value: null, rows: [] };

/** The outcome, as JSON. */
export function resultOf({ rows }: TablePlan, { value, counted, error }: Outcome, frame: Frame): TableResult {
  const json = writeJson(value, frame.budget, frame.warn);
  const ids = counted.map((row) => rows[row]?.id ?? '');
  return error === undefined ? { value: json, rows: ids } : { value: json, rows: ids, error };
}
