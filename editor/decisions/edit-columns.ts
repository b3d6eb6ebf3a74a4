import type { DecisionTable, TableInput, TableOutput, TableRow } from '../../definitions/decision/table.ts';
import { ANY } from './cells.ts';

/** One of a table's inputs or outputs, by its place among them. */
export interface ColumnPlace {
  readonly kind: 'input' | 'output';
  readonly at: number;
}

type Clause = TableInput | TableOutput;

/** The table with one more input behind the others, which asks nothing of any row. */
export function withInput(table: DecisionTable, input: TableInput): DecisionTable {
  const rows = table.rows.map((row) => ({ ...row, when: [...fitting(row.when, table.inputs, ANY), ANY] }));
  return { ...table, inputs: [...table.inputs, input], rows };
}

/** The table with one more output behind the others, of which no row says anything. */
export function withOutput(table: DecisionTable, output: TableOutput): DecisionTable {
  const rows = table.rows.map((row) => ({ ...row, then: [...fitting(row.then, table.outputs, ''), ''] }));
  return { ...table, outputs: [...table.outputs, output], rows };
}

/** The table in which an input is another; its rows stay as they are. */
export function withChangedInput(table: DecisionTable, at: number, input: TableInput): DecisionTable {
  return isSame(table.inputs[at], input) ? table : { ...table, inputs: table.inputs.with(at, input) };
}

export function withChangedOutput(table: DecisionTable, at: number, output: TableOutput): DecisionTable {
  return isSame(table.outputs[at], output) ? table : { ...table, outputs: table.outputs.with(at, output) };
}

/** The table with nothing for when no row fits: what no row fits is a gap then. */
export function withoutDefaults(table: DecisionTable): DecisionTable {
  const outputs = table.outputs.map(({ default: _, ...output }) => output);
  return { ...table, outputs };
}

/** The table with a column further left or right among its like, and its cells with it. */
export function withMovedColumn(table: DecisionTable, { kind, at }: ColumnPlace, by: number): DecisionTable {
  const clauses = kind === 'input' ? table.inputs : table.outputs;
  const to = Math.max(0, Math.min(clauses.length - 1, at + by));
  if (to === at || clauses[at] === undefined) return table;
  return rearranged(table, kind, (items, empty) => {
    const all = fitting(items, clauses, empty);
    return all.toSpliced(at, 1).toSpliced(to, 0, ...all.slice(at, at + 1));
  });
}

/** The table without a column and its cells. */
export function withoutColumn(table: DecisionTable, { kind, at }: ColumnPlace): DecisionTable {
  const clauses = kind === 'input' ? table.inputs : table.outputs;
  if (clauses[at] === undefined) return table;
  return rearranged(table, kind, (items, empty) => fitting(items, clauses, empty).toSpliced(at, 1));
}

/** Does the same to a table's inputs (or outputs) and to the cells that belong to them. */
function rearranged(
  table: DecisionTable,
  kind: ColumnPlace['kind'],
  act: <T>(items: readonly T[], empty: T) => readonly T[],
): DecisionTable {
  const cells = (row: TableRow): TableRow =>
    kind === 'input' ? { ...row, when: act(row.when, ANY) } : { ...row, then: act(row.then, '') };
  const rows = table.rows.map(cells);
  const [input, output] = [table.inputs[0], table.outputs[0]];
  return kind === 'input'
    ? { ...table, rows, inputs: input === undefined ? [] : act(table.inputs, input) }
    : { ...table, rows, outputs: output === undefined ? [] : act(table.outputs, output) };
}

/** As many cells as there are columns: a row may have had too few or too many. */
function fitting<T>(items: readonly T[], clauses: readonly Clause[], empty: T): readonly T[] {
  return items.length === clauses.length ? items : clauses.map((_, i) => items[i] ?? empty);
}

function isSame(one: Clause | undefined, other: Clause): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
