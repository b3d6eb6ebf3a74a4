import type { Frame } from '../feel/link/frame.ts';
import { writeJson } from '../feel/value/border.ts';
import type { Json } from '../flow/json.ts';
import type { PolicyError } from '../feel/link/hit-policy.ts';
import { decided } from './hits.ts';
import type { LinkedRow, LinkedTable } from './linked-table.ts';
import type { DecisionTable } from './table.ts';

/** What a table came to. `rows` are the ids of the rows that made it so, in the order in which they count. */
export interface TableResult {
  readonly value: Json;
  readonly rows: readonly string[];
  readonly error?: PolicyError;
}

/** A table whose evaluation was given up. */
export const GIVEN_UP: TableResult = { value: null, rows: [] };

/** The result, as JSON, of the rows that hit. */
export function resultOf(
  table: DecisionTable,
  linked: LinkedTable,
  hits: readonly LinkedRow[],
  frame: Frame,
): TableResult {
  const { value, counted, error } = decided(table, linked, hits, frame);
  const result = { value: writeJson(value, frame.budget, frame.warn), rows: counted.map(({ id }) => id) };
  return error === undefined ? result : { ...result, error };
}
