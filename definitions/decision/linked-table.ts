import type { TypeEnvironment } from '../feel/compiler.ts';
import { compilerFor, frameFor } from '../feel/compiler.ts';
import type { Frame, Tester } from '../feel/link/frame.ts';
import type { Evaluator } from '../feel/link/frame.ts';
import type { Value } from '../feel/value/value.ts';
import type { JsonObject } from '../flow/json.ts';
import { inputColumn, typedPart } from './columns.ts';
import type { Part } from './columns.ts';
import { placed } from './problem.ts';
import type { TableProblem } from './problem.ts';
import { shapeProblems } from './shape.ts';
import type { DecisionTable, TableRow } from './table.ts';

/** A row ready to be asked. */
export interface LinkedRow {
  readonly id: string;
  readonly when: readonly Tester[];
  readonly then: readonly Evaluator[];
}

/** A table whose cells are closures. A missing cell is one that matches anything, or is null. */
export interface LinkedTable {
  readonly problems: readonly TableProblem[];
  readonly inputs: readonly Evaluator[];
  readonly rows: readonly LinkedRow[];
  /** By output; undefined where an output has no default. */
  readonly defaults: readonly (Evaluator | undefined)[];
  frame(scope: JsonObject, now: number, warn?: (warning: string) => void): Frame;
}

/**
 * Links every cell over the variables given to the table and, by their own names, its inputs. Cells share one frame:
 * each writes the locals it reads, so those of another cannot reach it.
 */
export function linkTable(table: DecisionTable, types: TypeEnvironment): LinkedTable {
  const problems = shapeProblems(table);
  let slots = 1;
  const note = (part: Omit<Part, 'run'>, place: Parameters<typeof placed>[1]): void => {
    problems.push(...placed(part.problems, place));
    slots = Math.max(slots, part.slots);
  };

  const outside = compilerFor(types);
  const inputs = table.inputs.map((input) => {
    const part = inputColumn(input, types, outside);
    note(part, { part: 'input', column: input.id });
    return part.run;
  });

  const compiler = compilerFor(cellTypes(table, types));
  const rows = table.rows.map((row): LinkedRow => ({ id: row.id, when: whenOf(row), then: thenOf(row) }));
  const defaults = table.outputs.map((output) => {
    if (output.default === undefined) return undefined;
    const part = typedPart(output.default, output.type, compiler, `The default of “${output.name}”`);
    note(part, { part: 'default', column: output.id });
    return part.run;
  });

  function whenOf(row: TableRow): Tester[] {
    return table.inputs.map((input, i) => {
      const test = compiler.unaryTest(row.when[i] ?? '-', input.type);
      note(test, { part: 'when', row: row.id, column: input.id });
      return test.passes;
    });
  }

  function thenOf(row: TableRow): Evaluator[] {
    return table.outputs.map((output, i) => {
      const source = row.then[i] ?? '';
      if (source.trim() === '') return nothing;
      const part = typedPart(source, output.type, compiler, `“${output.name}”`);
      note(part, { part: 'then', row: row.id, column: output.id });
      return part.run;
    });
  }

  return { problems, inputs, rows, defaults, frame: (scope, now, warn) => frameFor(scope, now, slots, warn) };
}

/** What an empty result is. */
const nothing: Evaluator = () => null;

/** An input without an expression is a variable of the input's type, for the cells. */
function cellTypes(table: DecisionTable, types: TypeEnvironment): TypeEnvironment {
  const own = table.inputs.flatMap(({ name, type, expression }) =>
    expression === undefined ? [[name, type] as const] : [],
  );
  return { ...types, ...Object.fromEntries(own) };
}

/** The values of the inputs. */
export function inputValues({ inputs }: LinkedTable, frame: Frame): readonly Value[] {
  return inputs.map((read) => read(frame));
}
