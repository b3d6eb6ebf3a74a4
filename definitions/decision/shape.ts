import type { TablePlace, TableProblem } from './problem.ts';
import type { DecisionTable } from './table.ts';

/** What is wrong with a table before any cell is read: cells that no column has, ids used twice, sums of nothing. */
export function shapeProblems(table: DecisionTable): TableProblem[] {
  const problems: TableProblem[] = [];
  const note = (message: string, place: Omit<TablePlace, 'part'> = {}): void => {
    problems.push({
      code: 'table shape',
      severity: 'error',
      part: 'shape',
      message,
      from: 0,
      to: 0,
      ...place,
    });
  };
  if (table.outputs.length === 0) note('The table has no output.');
  if (table.aggregation !== undefined && table.hitPolicy !== 'collect') {
    note(`“${table.aggregation}” goes with the hit policy “collect” only.`);
  }
  if (table.aggregation !== undefined && table.outputs.length > 1) {
    note(`“${table.aggregation}” needs a table of one output; this one has ${table.outputs.length}.`);
  }
  const isByImportance = table.hitPolicy === 'priority' || table.hitPolicy === 'output order';
  if (isByImportance && !table.outputs.some(({ type }) => type.type === 'string' && type.allowed)) {
    note(`“${table.hitPolicy}” needs an output whose allowed values stand by importance.`);
  }
  for (const { id, when, then } of table.rows) {
    if (when.length !== table.inputs.length)
      note(`The row has ${when.length} conditions for ${table.inputs.length} inputs.`, { row: id });
    if (then.length !== table.outputs.length)
      note(`The row has ${then.length} results for ${table.outputs.length} outputs.`, { row: id });
  }
  for (const id of repeated(table.rows)) note('Two rows have the same id.', { row: id });
  for (const id of repeated([...table.inputs, ...table.outputs]))
    note('Two columns have the same id.', { column: id });
  const names = new Set<string>();
  for (const { id, name } of table.outputs) {
    if (names.has(name)) note(`Two outputs are called “${name}”.`, { column: id });
    names.add(name);
  }
  return problems;
}

function repeated(items: readonly { readonly id: string }[]): string[] {
  const met = new Set<string>();
  return items.flatMap(({ id }) => {
    if (met.has(id)) return [id];
    met.add(id);
    return [];
  });
}
