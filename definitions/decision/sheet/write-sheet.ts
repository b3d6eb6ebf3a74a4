import type { DecisionTable } from '../table.ts';
import { EMPTY, type Grid } from './grid.ts';
import { KINDS, LINES, policyText, type Line } from './labels.ts';
import { typeText } from './type-text.ts';

/**
 * A table as the cells of a sheet: what it is line by line, with a label before each; then the names of its columns,
 * and below them a line for each row, its id in front. Lines of which nothing is said are left out. `tableFromGrid`
 * reads it back; a text that says nothing (blanks alone) comes back as none.
 */
export function gridOf(table: DecisionTable): Grid {
  const { inputs, outputs, rows } = table;
  const hasNotes = rows.some(({ annotation }) => says(annotation));
  const line = (
    label: Line,
    ofInputs: readonly string[],
    ofOutputs: readonly string[],
    note = '',
  ): string[] => [LINES[label], ...ofInputs, ...ofOutputs, ...(hasNotes ? [note] : [])];
  const none = { inputs: inputs.map(() => EMPTY), outputs: outputs.map(() => EMPTY) };
  return {
    rows: [
      [LINES.name, table.name],
      [LINES.id, table.id],
      ...(says(table.description) ? [[LINES.description, table.description]] : []),
      [LINES.hitPolicy, policyText(table)],
      [],
      line(
        'kind',
        inputs.map(() => KINDS.input),
        outputs.map(() => KINDS.output),
        KINDS.note,
      ),
      line(
        'columnId',
        inputs.map(({ id }) => id),
        outputs.map(({ id }) => id),
      ),
      ...(inputs.some(({ expression }) => says(expression))
        ? [
            line(
              'expression',
              inputs.map(({ expression }) => expression ?? EMPTY),
              none.outputs,
            ),
          ]
        : []),
      line(
        'type',
        inputs.map(({ type }) => typeText(type)),
        outputs.map(({ type }) => typeText(type)),
      ),
      ...(outputs.some((output) => says(output.default))
        ? [
            line(
              'default',
              none.inputs,
              outputs.map((output) => output.default ?? EMPTY),
            ),
          ]
        : []),
      line(
        'names',
        inputs.map(({ name }) => name),
        outputs.map(({ name }) => name),
        KINDS.note.toLowerCase(),
      ),
      ...rows.map(({ id, when, then, annotation }) => [
        id,
        ...fitting(when, inputs.length),
        ...fitting(then, outputs.length),
        ...(hasNotes ? [annotation ?? EMPTY] : []),
      ]),
    ],
  };
}

function says(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** So many cells: a row that has too few or too many is none that a sheet could hold. */
function fitting(cells: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, i) => cells[i] ?? EMPTY);
}
