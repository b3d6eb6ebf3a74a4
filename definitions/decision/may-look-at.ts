import type { DecisionTable } from './table.ts';

/** Whether a table may look at a value of that name: by an input of its own name, an expression, or a cell. */
export function mayLookAt(table: DecisionTable, name: string): boolean {
  return table.inputs.some((input) => input.name === name) || mayName(table, name);
}

/** What the inputs' own expressions and the cells read is given by name as well. */
function mayName({ inputs, outputs, rows }: DecisionTable, name: string): boolean {
  return (
    inputs.some(({ expression }) => expression?.includes(name)) ||
    outputs.some((output) => output.default?.includes(name)) ||
    rows.some(({ when, then }) => [...when, ...then].some((cell) => cell.includes(name)))
  );
}
