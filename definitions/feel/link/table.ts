import type { TablePlan } from '../check/plan.ts';
import type { Value } from '../value/value.ts';
import { contextOf } from '../value/value.ts';
import type { Evaluator, Frame, Link } from './frame.ts';
import { nothing } from './frame.ts';
import { outcomeOf, type Outcome, type PolicyError, type RowMeans } from './hit-policy.ts';
import { rowIndex } from './row-index.ts';
import { linkTest } from './tests.ts';

/** A decision table ready to be asked. Rows are by their place in the plan. */
export interface LinkedTable {
  /** Works out the inputs, which cells then read as locals. */
  inputs(frame: Frame): readonly Value[];
  /** The rows that the inputs hit, as far as the policy looks. */
  hits(inputs: readonly Value[], frame: Frame): readonly number[];
  /** What the policy makes of rows that hit, and of none the defaults (DMN 1.5, 8.2.10 and 8.2.11). */
  outcome(hits: readonly number[], frame: Frame): Outcome;
  /** Whether an input's value passes a cell, asked for itself alone. */
  passes(row: number, column: number, input: Value, frame: Frame): boolean;
}

const NO_ROWS: readonly number[] = [];

export function linkTable(plan: TablePlan, link: Link): LinkedTable {
  const inputs = plan.inputs.map(({ value, slot }) => ({ slot, evaluate: link(value) }));
  const index = rowIndex(plan, link);
  const outputsOf = linkOutputs(plan, link);
  const ranksOf = linkRanks(plan, link);
  const otherwise = linkDefaults(plan, link);

  const means: RowMeans = {
    valueOf(row, frame) {
      const outputs = outputsOf(row);
      const [only] = outputs;
      if (outputs.length === 1 && only) return only(frame);
      return whole(
        plan,
        outputs.map((evaluate) => evaluate(frame)),
      );
    },
    byImportance: (rows, frame) =>
      rows
        .map((row) => ({ row, ranks: ranksOf(outputsOf(row), frame) }))
        .sort((a, b) => compareRanks(a.ranks, b.ranks))
        .map(({ row }) => row),
  };

  return {
    passes: index.passes,
    inputs(frame) {
      const values: Value[] = [];
      for (const { slot, evaluate } of inputs) {
        const value = evaluate(frame);
        frame.locals[slot] = value;
        values.push(value);
      }
      return values;
    },
    hits(values, frame) {
      if (plan.policy !== 'first') return index.all(values, frame);
      const row = index.first(values, frame);
      return row === -1 ? NO_ROWS : [row];
    },
    outcome: (rows, frame) =>
      rows.length === 0
        ? { value: otherwise(frame), counted: rows }
        : outcomeOf(plan.policy, rows, means, frame),
  };
}

const WHY: { readonly [E in PolicyError]: string } = {
  'several rows hit': 'Several rows hit where one may.',
  'rows that hit differ': 'Rows that hit differ where they may not.',
};

/** Hears of a table that was asked: the values of its inputs. */
export type TableWatcher = (table: LinkedTable, inputs: readonly Value[], frame: Frame) => void;

/** Links a decision table as an expression: its value, or null with a warning that says why. */
export function linkTableValue(plan: TablePlan, link: Link, watch?: TableWatcher): Evaluator {
  const table = linkTable(plan, link);
  return (frame) => {
    const inputs = table.inputs(frame);
    watch?.(table, inputs, frame);
    const { value, error } = table.outcome(table.hits(inputs, frame), frame);
    return error === undefined ? value : nothing(frame, WHY[error]);
  };
}

/** One output: its value. Several: a context by their names. */
function whole({ outputs }: TablePlan, values: readonly Value[]): Value {
  if (outputs.length === 1) return values[0] ?? null;
  return contextOf(outputs.map(({ name }, i) => [name, values[i] ?? null] as const));
}

/** What gives a row's outputs; linked when the row first hits, for most rows of a large table never do. */
function linkOutputs({ rows }: TablePlan, link: Link): (row: number) => readonly Evaluator[] {
  const linked: (readonly Evaluator[] | undefined)[] = new Array(rows.length).fill(undefined);
  return (row) => (linked[row] ??= rows[row]?.then.map(link) ?? []);
}

/** The value where no row hits: the defaults if there are any; else a count of 0, an empty list or null. */
function linkDefaults(plan: TablePlan, link: Link): Evaluator {
  const defaults = plan.outputs.map((output) => output.default && link(output.default));
  if (defaults.some((each) => each !== undefined)) {
    return (frame) =>
      whole(
        plan,
        defaults.map((evaluate) => evaluate?.(frame) ?? null),
      );
  }
  const value = plan.whenNoneHit === 'empty list' ? [] : plan.policy === 'count' ? 0 : null;
  return () => value;
}

/** How important a row's outputs are, one number for each output that has an order: 0 is the most. */
function linkRanks(
  { outputs }: TablePlan,
  link: Link,
): (row: readonly Evaluator[], frame: Frame) => readonly number[] {
  const orders = outputs.flatMap(({ order }, output) =>
    order ? [{ output, tests: order.tests.map((test) => linkTest(test, order.slot, link)) }] : [],
  );
  return (row, frame) =>
    orders.map(({ output, tests }) => {
      const value = row[output]?.(frame) ?? null;
      const rank = tests.findIndex((passes) => passes(value, frame));
      return rank === -1 ? tests.length : rank;
    });
}

/** The first output counts first. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, i) => rank !== b[i]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
