import { uncovered } from './cover.ts';
import type { Box } from './box.ts';
import { boxesMeet, withSide } from './box.ts';
import type { TableFinding } from './finding.ts';
import { needsRow } from './gaps.ts';
import type { Question } from './question.ts';
import { columnIds, TIED } from './question.ts';
import type { Point } from './witness.ts';
import { isTied, pointIn, whenAt, witnessAt } from './witness.ts';
import { orList } from './words.ts';
import { sideOf } from './side.ts';

/** What came of looking at missing inputs, and whether all was looked at. */
export interface Missing {
  readonly findings: readonly TableFinding[];
  readonly isComplete: boolean;
}

const MOST_PARTS = 50;

/** The inputs that no row fits once they are missing, told together; and those that some row fits, but not always. */
export function missingInputs(question: Question): Missing {
  if (!needsRow(question)) return { findings: [], isComplete: true };
  const { grid, steps } = question;
  const never: number[] = [];
  const sometimes: { readonly column: number; readonly point: Point }[] = [];
  const isComplete = steps.within(steps.left, () => {
    for (const [c, axis] of grid.axes.entries()) {
      const box = withSide(grid.given, c, axis.missing);
      const rows = grid.rows.map(({ may }) => may).filter((row) => boxesMeet(row, box));
      if (rows.length === 0) never.push(c);
      else {
        const point = ownGap(c, box, rows, question);
        if (point) sometimes.push({ column: c, point });
      }
    }
  });
  const findings = sometimes.map(({ column, point }) => partly(column, point, question));
  // A table without any row that fits has gaps enough.
  if (never.length > 0 && grid.rows.length > 0) findings.unshift(always(never, question));
  return { findings, isComplete };
}

/** An input that no row fits because the column is missing: with some value there, a row may fit. */
function ownGap(c: number, box: Box, rows: readonly Box[], { grid, steps }: Question): Point | null {
  let found: Point | null = null;
  let parts = 0;
  uncovered(box, rows, { steps }, (part) => {
    const point = pointIn(part, grid);
    const there = point.map((stretch, i) => sideOf(grid.axes[i]?.stretches.length ?? 0, [stretch]));
    const given = withSide(there, c, grid.given[c] ?? sideOf(0, []));
    steps.spend(grid.rows.length);
    if (grid.rows.some(({ sure }) => boxesMeet(sure, given))) found = point;
    parts += 1;
    return found === null && parts < MOST_PARTS;
  });
  return found;
}

function always(columns: readonly number[], { grid }: Question): TableFinding {
  const names = columns.map((c) => `“${grid.table.inputs[c]?.name ?? ''}”`);
  const point = pointIn(withMissing(columns[0] ?? 0, grid.given, grid.axes), grid);
  return {
    kind: 'missing input',
    severity: 'information',
    rows: [],
    columns: columnIds(columns, grid),
    witness: witnessAt(point, grid),
    certain: true,
    message: `No row fits when ${orList(names)} is missing.`,
  };
}

function withMissing(c: number, box: Box, axes: Question['grid']['axes']): Box {
  const axis = axes[c];
  return axis ? withSide(box, c, axis.missing) : box;
}

function partly(c: number, point: Point, { grid }: Question): TableFinding {
  const tied = isTied(
    point,
    grid,
    point.map((_, i) => i),
  );
  return {
    kind: 'missing input',
    severity: 'information',
    rows: [],
    columns: columnIds([c], grid),
    witness: witnessAt(point, grid),
    certain: !tied,
    message: `No row fits some inputs of which “${grid.table.inputs[c]?.name ?? ''}” is missing, for instance${whenAt(point, grid)}.${tied ? TIED : ''}`,
  };
}
