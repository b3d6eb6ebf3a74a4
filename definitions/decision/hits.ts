import type { Frame } from '../feel/link/frame.ts';
import { contextOf } from '../feel/value/value.ts';
import type { Value } from '../feel/value/value.ts';
import { extreme, sum } from '../feel/builtins/list-summary.ts';
import type { LinkedRow, LinkedTable } from './linked-table.ts';
import type { DecisionTable } from './table.ts';

/** What the rows that hit come to. */
export interface Outcome {
  readonly value: Value;
  readonly error?: 'several rows hit';
}

/** Whether a row hits: every one of its tests passes. */
export function rowHits({ when }: LinkedRow, inputs: readonly Value[], frame: Frame): boolean {
  return when.every((passes, i) => passes(inputs[i] ?? null, frame));
}

/** The value that the hit policy makes of the rows that hit (DMN 1.5, 8.2.10 and 8.2.11). */
export function outcomeOf(
  table: DecisionTable,
  linked: LinkedTable,
  hits: readonly LinkedRow[],
  frame: Frame,
): Outcome {
  const valueOf = (row: LinkedRow): Value =>
    named(
      table,
      row.then.map((evaluate) => evaluate(frame)),
    );
  const [hit] = hits;
  if (!hit) return { value: whenNothingHits(table, linked, frame) };
  switch (table.hitPolicy) {
    case 'first':
      return { value: valueOf(hit) };
    case 'unique':
      return hits.length > 1 ? { value: null, error: 'several rows hit' } : { value: valueOf(hit) };
    case 'collect':
      return { value: collected(table.aggregation, hits.map(valueOf)) };
  }
}

/** The defaults, if there are any. Else nothing collected is the empty list, counted zero, and otherwise null. */
function whenNothingHits(table: DecisionTable, { defaults }: LinkedTable, frame: Frame): Value {
  if (defaults.some((evaluate) => evaluate !== undefined)) {
    return named(
      table,
      defaults.map((evaluate) => (evaluate ? evaluate(frame) : null)),
    );
  }
  if (table.hitPolicy !== 'collect') return null;
  return collected(table.aggregation, []);
}

/** One output: its value. Several: a context by their names. */
function named({ outputs }: DecisionTable, values: readonly Value[]): Value {
  if (outputs.length === 1) return values[0] ?? null;
  return contextOf(outputs.map(({ name }, i) => [name, values[i] ?? null] as const));
}

function collected(aggregation: DecisionTable['aggregation'], values: readonly Value[]): Value {
  switch (aggregation) {
    case undefined:
      return values;
    case 'count':
      return values.length;
    case 'sum':
      return sum(values);
    case 'min':
      return extreme(values, -1);
    case 'max':
      return extreme(values, 1);
  }
}
