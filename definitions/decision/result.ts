import type { Frame } from '../feel/link/frame.ts';
import { writeJson } from '../feel/value/border.ts';
import type { Json } from '../flow/json.ts';
import { outcomeOf } from './hits.ts';
import type { LinkedRow, LinkedTable } from './linked-table.ts';
import type { DecisionTable } from './table.ts';

/** What a table came to. `rows` are the ids of the rows that hit: with `first`, the one that counted. */
export interface TableResult {
  readonly value: Json;
  readonly rows: readonly string[];
  readonly error?: 'several rows hit';
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
  const { value, error } = outcomeOf(table, linked, hits, frame);
  const result = { value: writeJson(value, frame.budget, frame.warn), rows: hits.map(({ id }) => id) };
  return error === undefined ? result : { ...result, error };
}
