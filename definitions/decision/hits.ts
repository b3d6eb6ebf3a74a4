import type { Frame } from '../feel/link/frame.ts';
import { outcomeOf, type PolicyError } from '../feel/link/hit-policy.ts';
import { allowedBy } from '../feel/type/feel-type.ts';
import { contextOf } from '../feel/value/value.ts';
import type { Value } from '../feel/value/value.ts';
import type { LinkedRow, LinkedTable } from './linked-table.ts';
import { givesList, policyOf } from './policy.ts';
import type { DecisionTable } from './table.ts';

/** What the rows that hit come to. */
export interface Decided {
  readonly value: Value;
  /** The rows that made it so. */
  readonly counted: readonly LinkedRow[];
  readonly error?: PolicyError;
}

/** Whether a row hits: every one of its tests passes. */
export function rowHits({ when }: LinkedRow, inputs: readonly Value[], frame: Frame): boolean {
  return when.every((passes, i) => passes(inputs[i] ?? null, frame));
}

/** What the table's policy makes of the rows that hit, in drawn order. */
export function decided(
  table: DecisionTable,
  linked: LinkedTable,
  hits: readonly LinkedRow[],
  frame: Frame,
): Decided {
  const given = hits.map((row) => ({ row, outputs: row.then.map((evaluate) => evaluate(frame)) }));
  const [first, ...others] = given;
  if (first === undefined) return { value: whenNothingHits(table, linked, frame), counted: [] };
  const { counted, ...outcome } = outcomeOf(policyOf(table), [first, ...others], {
    valueOf: ({ outputs }) => named(table, outputs),
    compare: (a, b) => byImportance(table, a.outputs, b.outputs),
    budget: frame.budget,
  });
  return { ...outcome, counted: counted.map(({ row }) => row) };
}

/** Compares by the first output that has an order, which is that of its allowed values; then by the next. */
function byImportance({ outputs }: DecisionTable, a: readonly Value[], b: readonly Value[]): number {
  for (const [i, { type }] of outputs.entries()) {
    const order = allowedBy(type) ?? [];
    const rank = (value: Value | undefined): number => {
      const at = typeof value === 'string' ? order.indexOf(value) : -1;
      return at === -1 ? order.length : at;
    };
    const difference = rank(a[i]) - rank(b[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The defaults, if there are any. Else a list of what hit is empty, counted zero, and anything else null. */
function whenNothingHits(table: DecisionTable, { defaults }: LinkedTable, frame: Frame): Value {
  if (defaults.some((evaluate) => evaluate !== undefined)) {
    return named(
      table,
      defaults.map((evaluate) => (evaluate ? evaluate(frame) : null)),
    );
  }
  const policy = policyOf(table);
  if (givesList(policy)) return [];
  return policy === 'count' ? 0 : null;
}

/** One output: its value. Several: a context by their names. */
function named({ outputs }: DecisionTable, values: readonly Value[]): Value {
  if (outputs.length === 1) return values[0] ?? null;
  return contextOf(outputs.map(({ name }, i) => [name, values[i] ?? null] as const));
}
