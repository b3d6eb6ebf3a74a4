import type { Plan, TablePlan } from '../feel/check/plan.ts';
import type { TypeEnvironment } from '../feel/compiler.ts';
import { NULL_PLAN, plannerFor } from '../feel/compiler.ts';
import { allowedBy } from '../feel/type/feel-type.ts';
import { givesList } from '../feel/link/hit-policy.ts';
import type { ExpressionProblem } from '../feel/problem.ts';
import { inputColumn, typedPart } from './columns.ts';
import { eachOnce } from './each-once.ts';
import { cellTypes } from './own-inputs.ts';
import { policyOf } from './policy.ts';
import type { TablePlace, TableProblem } from './problem.ts';
import { placed } from './problem.ts';
import { shapeProblems } from './shape.ts';
import type { DecisionTable, TableOutput, TableRow } from './table.ts';

/** A table with every cell typed and resolved, as plain data; to be linked, or stored first. */
export interface PlannedTable {
  readonly problems: readonly TableProblem[];
  /** Locals that a frame must have room for. */
  readonly slots: number;
  readonly plan: TablePlan;
}

/**
 * Plans every cell over the variables given to the table and, by their own names, its inputs, which are the first
 * locals. Cells share those after them: each writes the locals it reads, so those of another cannot reach it. A
 * missing cell is one that matches anything, or is null.
 */
export function planTable(table: DecisionTable, types: TypeEnvironment): PlannedTable {
  const problems = shapeProblems(table);
  const from = table.inputs.length;
  let slots = from;
  const note = (
    part: { readonly problems: readonly ExpressionProblem[]; readonly slots: number },
    place: TablePlace,
  ): void => {
    problems.push(...placed(part.problems, place));
    slots = Math.max(slots, part.slots);
  };

  const outside = plannerFor(types);
  const values = table.inputs.map((input) => {
    const part = inputColumn(input, types, outside, from);
    note(part, { part: 'input', column: input.id });
    return part.plan;
  });

  const planner = plannerFor(cellTypes(table, types));
  const tests = table.inputs.map(({ type }, slot) =>
    eachOnce((source) => planner.cell(source, { type, slot }, from)),
  );
  const results = table.outputs.map(({ name, type }) =>
    eachOnce((source) => typedPart(source, type, { planner, from, place: `“${name}”` })),
  );
  const rows = table.rows.map((row) => ({ id: row.id, when: whenOf(row), then: thenOf(row) }));
  const outputs = table.outputs.map((output) => {
    const named = { name: output.name, ...orderOf(output) };
    if (output.default === undefined) return named;
    const place = `The default of “${output.name}”`;
    const part = typedPart(output.default, output.type, { planner, from, place });
    note(part, { part: 'default', column: output.id });
    return { ...named, default: part.plan };
  });

  function whenOf(row: TableRow): number[] {
    return tests.map((cells, slot) => {
      const source = row.when[slot] ?? '-';
      note(cells.of(source), { part: 'when', row: row.id, column: table.inputs[slot]?.id ?? '' });
      return cells.placeOf(source);
    });
  }

  function thenOf(row: TableRow): Plan[] {
    return results.map((parts, i) => {
      const source = row.then[i] ?? '';
      if (source.trim() === '') return NULL_PLAN;
      const part = parts.of(source);
      note(part, { part: 'then', row: row.id, column: table.outputs[i]?.id ?? '' });
      return part.plan;
    });
  }

  const inputs = values.map((value, slot) => ({
    value,
    slot,
    cells: (tests[slot]?.made ?? []).map(({ cell }) => cell),
  }));
  const policy = policyOf(table);
  const none = givesList(policy) ? ({ whenNoneHit: 'empty list' } as const) : {};
  return { problems, slots, plan: { op: 'table', policy, ...none, inputs, rows, outputs } };
}

/** The values that an output's type allows stand by their importance. */
function orderOf({ type }: TableOutput): Pick<TablePlan['outputs'][number], 'order'> {
  const values = allowedBy(type);
  return values ? { order: { tests: values.map((value) => ({ test: 'string', value })), slot: 0 } } : {};
}
