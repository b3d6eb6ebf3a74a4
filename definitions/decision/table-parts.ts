import type { PlannedCell, TypeEnvironment } from '../feel/compiler.ts';
import { plannerFor } from '../feel/compiler.ts';
import type { Part } from './columns.ts';
import { inputColumn, typedPart } from './columns.ts';
import { eachOnce, type EachOnce } from './each-once.ts';
import { cellTypes } from './own-inputs.ts';
import type { DecisionTable } from './table.ts';

/** All that stands in a table, read and typed; by input, or by output. Each text of a column is read once. */
export interface TableParts {
  /** What the inputs are. */
  readonly inputs: readonly Part[];
  /** What cells ask; the value they ask it of is the local of their column's place. */
  readonly tests: readonly EachOnce<PlannedCell>[];
  readonly results: readonly EachOnce<Part>[];
  readonly defaults: readonly (Part | undefined)[];
}

/**
 * Reads a table over the variables given to it and, by their own names, its inputs, which are the first locals. Cells
 * share those after them: each writes the locals it reads, so those of another cannot reach it. Cells are read when
 * they are asked for.
 */
export function tableParts(table: DecisionTable, types: TypeEnvironment): TableParts {
  const from = table.inputs.length;
  const outside = plannerFor(types);
  const planner = plannerFor(cellTypes(table, types));
  return {
    inputs: table.inputs.map((input) => inputColumn(input, types, outside, from)),
    tests: table.inputs.map(({ type }, slot) =>
      eachOnce((source) => planner.cell(source, { type, slot }, from)),
    ),
    results: table.outputs.map(({ name, type }) =>
      eachOnce((source) => typedPart(source, type, { planner, from, place: `“${name}”` })),
    ),
    defaults: table.outputs.map(({ name, type, default: source }) =>
      source === undefined
        ? undefined
        : typedPart(source, type, { planner, from, place: `The default of “${name}”` }),
    ),
  };
}
