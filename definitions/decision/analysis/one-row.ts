import type { TableFinding } from './finding.ts';
import type { GridRow } from './grid.ts';
import { isSame } from './outcome.ts';
import type { Question } from './question.ts';
import { anyOf, isEmpty } from './side.ts';
import { withSide } from './box.ts';
import { pointIn, witnessAt } from './witness.ts';
import { rowsInWords } from './words.ts';

/**
 * Neighbours that give the same, say nothing different in their notes, and differ in one cell: they could be one row.
 * Not where each row that fits counts, nor where a row without the cell would be another.
 */
export function couldBeOneRow(question: Question): TableFinding[] {
  const { grid, outcomes } = question;
  const { hitPolicy, rows: written } = grid.table;
  if (hitPolicy !== 'unique' && hitPolicy !== 'any' && hitPolicy !== 'first') return [];
  const findings: TableFinding[] = [];
  let run: GridRow[] = [];
  let column = -1;
  for (const row of grid.rows) {
    const last = run.at(-1);
    const differs = last ? onlyDifference(last, row) : null;
    const goesOn =
      last !== undefined &&
      differs !== null &&
      (run.length === 1 || differs === column) &&
      row.index === last.index + 1 &&
      (written[row.index]?.annotation ?? '') === (written[last.index]?.annotation ?? '') &&
      isSame(outcomes.rows[last.index] ?? [], outcomes.rows[row.index] ?? []);
    if (goesOn) {
      run.push(row);
      column = differs;
      continue;
    }
    findings.push(...ofRun(run, column, question));
    run = [row];
  }
  findings.push(...ofRun(run, column, question));
  return findings;
}

/** The one column in which two rows ask for other values; null if there is none, several, or one asks anything else. */
function onlyDifference(a: GridRow, b: GridRow): number | null {
  const columns = a.cells.flatMap((cell, c) => (cell.source === b.cells[c]?.source ? [] : [c]));
  const [only] = columns;
  if (only === undefined || columns.length > 1) return null;
  return [a, b].every(({ cells }) => cells[only]?.fixed?.negated === false) ? only : null;
}

/** Longer cells are not written out. */
const MOST_WRITTEN = 8;

function ofRun(run: readonly GridRow[], column: number, { grid }: Question): TableFinding[] {
  const [first, second] = run;
  const [input, axis] = [grid.table.inputs[column], grid.axes[column]];
  if (first === undefined || second === undefined || !input || !axis) return [];
  const side = anyOf(
    axis.stretches.length,
    run.flatMap(({ may }) => may[column] ?? []),
  );
  const box = withSide(first.may, column, side);
  const numbers = rowsInWords(run.map(({ index }) => index));
  const sources = run.map(({ cells }) => cells[column]?.source ?? '');
  const cells = sources.length > MOST_WRITTEN ? '' : ` with ${sources.join(', ')}`;
  return [
    {
      kind: 'could be one row',
      severity: 'information',
      rows: run.map(({ id }) => id),
      columns: [input.id],
      ...(box.some(isEmpty) ? {} : { witness: witnessAt(pointIn(box, grid), grid) }),
      certain: true,
      message: `${numbers.replace('rows', 'Rows')} give the same and differ only in “${input.name}”: they could be one row${cells}.`,
    },
  ];
}
