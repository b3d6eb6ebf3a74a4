import type { Plan, TablePlan } from '../feel/check/plan.ts';
import type { TypeEnvironment } from '../feel/compiler.ts';
import { NULL_PLAN } from '../feel/compiler.ts';
import { givesList } from '../feel/link/hit-policy.ts';
import type { ExpressionProblem } from '../feel/problem.ts';
import { allowedBy } from '../feel/type/feel-type.ts';
import { policyOf } from './policy.ts';
import type { TablePlace, TableProblem } from './problem.ts';
import { placed } from './problem.ts';
import { shapeProblems } from './shape.ts';
import { tableParts, type TableParts } from './table-parts.ts';
import type { DecisionTable, TableOutput, TableRow } from './table.ts';

/** A table with every cell typed and resolved, as plain data; to be linked, or stored first. */
export interface PlannedTable {
  readonly problems: readonly TableProblem[];
  /** Locals that a frame must have room for. */
  readonly slots: number;
  readonly plan: TablePlan;
}

/** Plans every cell of a table. A missing cell is one that matches anything, or is null. */
export function planTable(table: DecisionTable, types: TypeEnvironment): PlannedTable {
  return plannedFrom(table, tableParts(table, types));
}

/** The same, from parts that somebody else may look at as well. */
export function plannedFrom(table: DecisionTable, parts: TableParts): PlannedTable {
  const problems = shapeProblems(table);
  let slots = table.inputs.length;
  const note = (
    part: { readonly problems: readonly ExpressionProblem[]; readonly slots: number },
    place: TablePlace,
  ): void => {
    problems.push(...placed(part.problems, place));
    slots = Math.max(slots, part.slots);
  };

  for (const [i, part] of parts.inputs.entries())
    note(part, { part: 'input', column: table.inputs[i]?.id ?? '' });
  const rows = table.rows.map((row) => ({ id: row.id, when: whenOf(row), then: thenOf(row) }));
  const outputs = table.outputs.map((output, i) => {
    const part = parts.defaults[i];
    if (part) note(part, { part: 'default', column: output.id });
    return { name: output.name, ...orderOf(output), ...(part && { default: part.plan }) };
  });

  function whenOf(row: TableRow): number[] {
    return parts.tests.map((cells, slot) => {
      const source = row.when[slot] ?? '-';
      note(cells.of(source), { part: 'when', row: row.id, column: table.inputs[slot]?.id ?? '' });
      return cells.placeOf(source);
    });
  }

  function thenOf(row: TableRow): Plan[] {
    return parts.results.map((results, i) => {
      const source = row.then[i] ?? '';
      if (source.trim() === '') return NULL_PLAN;
      const part = results.of(source);
      note(part, { part: 'then', row: row.id, column: table.outputs[i]?.id ?? '' });
      return part.plan;
    });
  }

  const inputs = parts.inputs.map((part, slot) => ({
    value: part.plan,
    slot,
    cells: (parts.tests[slot]?.made ?? []).map(({ cell }) => cell),
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
