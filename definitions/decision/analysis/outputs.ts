import { allowedBy } from '../../feel/type/feel-type.ts';
import type { TableFinding } from './finding.ts';
import { isSame, outcomeText } from './outcome.ts';
import type { Question } from './question.ts';
import { pointIn, witnessAt } from './witness.ts';
import { isEmptyBox } from './box.ts';

/** What is strange about a table's outputs: values that they may not have, and outputs that are always the same. */
export function outputs(question: Question): TableFinding[] {
  return [...notAllowed(question), ...sameOutputs(question)];
}

/** Values outside the allowed ones, where compiling the table did not say so already. */
function notAllowed({ grid, outcomes, problems }: Question): TableFinding[] {
  const { table } = grid;
  return grid.rows.flatMap((row) =>
    table.outputs.flatMap((output, i): TableFinding[] => {
      const given = outcomes.rows[row.index]?.[i];
      const isSaid = problems.some((problem) => problem.row === row.id && problem.column === output.id);
      if (isSaid || given?.is !== 'value' || typeof given.value !== 'string') return [];
      if (allowedBy(output.type)?.includes(given.value) !== false) return [];
      return [
        {
          kind: 'not allowed',
          severity: 'warning',
          rows: [row.id],
          columns: [output.id],
          ...(isEmptyBox(row.may) ? {} : { witness: witnessAt(pointIn(row.may, grid), grid) }),
          certain: true,
          message: `Row ${row.index + 1} gives ${outcomeText([given])}, which is not among the allowed values of “${output.name}”.`,
        },
      ];
    }),
  );
}

/** Outputs for which every row, and the default, gives one and the same value. */
function sameOutputs({ grid, outcomes }: Question): TableFinding[] {
  const { table } = grid;
  const [first, ...others] = outcomes.rows;
  if (first === undefined || others.length === 0) return [];
  return table.outputs.flatMap((output, i): TableFinding[] => {
    const given = first[i];
    const all = outcomes.defaults === null ? others : [...others, outcomes.defaults];
    if (given?.is !== 'value' || !all.every((row) => isSame([given], row.slice(i, i + 1)))) return [];
    const some = grid.rows.find(({ may }) => !isEmptyBox(may));
    const but = outcomes.defaults === null ? 'in every row' : 'in every row and by default';
    return [
      {
        kind: 'output never changes',
        severity: 'information',
        rows: [],
        columns: [output.id],
        ...(some ? { witness: witnessAt(pointIn(some.may, grid), grid) } : {}),
        certain: true,
        message: `The output “${output.name}” is ${outcomeText([given])} ${but}.`,
      },
    ];
  });
}
