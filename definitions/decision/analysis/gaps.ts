import { givesList } from '../../feel/link/hit-policy.ts';
import { policyOf } from '../policy.ts';
import type { Box } from './box.ts';
import { boxesMeet, withSide } from './box.ts';
import { uncovered } from './cover.ts';
import type { TableFinding } from './finding.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Question } from './question.ts';
import { columnIds, TIED } from './question.ts';
import { anyOf, covers, membersOf, without } from './side.ts';
import { isWhole } from './axis.ts';
import type { Point } from './witness.ts';
import { fitsAt, isTied, pointIn, whenAt, witnessAt } from './witness.ts';
import { boxInWords, cellOf, rowsInWords } from './words.ts';

/** What came of looking for gaps. */
export interface Gaps {
  readonly findings: readonly TableFinding[];
  readonly count: number;
  /** The share of all inputs that was searched, 0 to 1. */
  readonly searched: number;
  /** Whether the examples were all tried that only rows may fit whose conditions cannot be read. */
  readonly isTried: boolean;
}

const NONE: Gaps = { findings: [], count: 0, searched: 1, isTried: true };
const MOST_PARTS = 100;

/** Whether it matters that no row fits: there is no default, and what comes of nothing is not a list or a count. */
export function needsRow({ grid, outcomes }: Question): boolean {
  const policy = policyOf(grid.table);
  return outcomes.defaults === null && !givesList(policy) && policy !== 'count';
}

/**
 * Inputs, none of them missing, that no row fits: as boxes, each as wide as it can be, the widest first. A row whose
 * conditions cannot be read counts as if it fitted wherever it may; what only such rows may fit is told apart.
 */
export function gaps(question: Question, most: number): Gaps {
  if (!needsRow(question)) return NONE;
  const { grid, steps } = question;
  const sure: Box[] = [];
  let searched = 0;
  const whole = { steps, progress: (done: number) => (searched = done) };
  const rows = grid.rows.map(({ may }) => may);
  const isDone = steps.within(steps.left, () => {
    uncovered(grid.given, rows, whole, (part) => sure.push(part) < MOST_PARTS);
  });
  const isCut = sure.length >= MOST_PARTS;
  const boxes = widest(sure, rows, question);
  const findings = boxes
    .map((box) => ({ box, asked: asked(box, grid).length, size: sizeOf(box, grid) }))
    .sort((a, b) => a.asked - b.asked || b.size - a.size)
    .map(({ box }) => gapFinding(box, question));
  const { found: unread, isTried } = unreadGaps(question);
  const all = [...findings.filter(isPlain), ...findings.filter((finding) => !isPlain(finding)), ...unread];
  return {
    findings: all.slice(0, most),
    count: all.length,
    searched: isDone && !isCut ? 1 : Math.min(searched, 0.99),
    isTried,
  };
}

function isPlain({ severity }: TableFinding): boolean {
  return severity === 'warning';
}

/** The parts made as wide as no row allows more, without those that others cover by then. */
function widest(parts: readonly Box[], rows: readonly Box[], { grid, steps }: Question): Box[] {
  const kept: Box[] = [];
  let seen = 0;
  steps.within(steps.left, () => {
    for (const part of parts) {
      let isNew = false;
      uncovered(part, kept, { steps }, () => {
        isNew = true;
        return false;
      });
      if (isNew) kept.push(widened(part, rows, grid, steps));
      seen += 1;
    }
  });
  return [...kept, ...parts.slice(seen)];
}

function widened(part: Box, rows: readonly Box[], grid: Grid, steps: Question['steps']): Box {
  let box = part;
  for (const [c, axis] of grid.axes.entries()) {
    steps.spend(rows.length);
    const across = withSide(box, c, axis.given);
    const taken = rows.flatMap((row) => (boxesMeet(row, across) ? [row[c] ?? axis.given] : []));
    box = withSide(box, c, without(axis.given, anyOf(axis.stretches.length, taken)));
  }
  return box;
}

function asked(box: Box, { axes }: Grid): readonly number[] {
  return axes.flatMap((axis, c) => {
    const side = box[c];
    return side && !covers(side, axis.given) ? [c] : [];
  });
}

/** How much of all stretches a box takes. */
function sizeOf(box: Box, { axes }: Grid): number {
  return box.reduce((size, side, c) => size * (membersOf(side).length / (axes[c]?.stretches.length ?? 1)), 1);
}

function gapFinding(box: Box, { grid }: Question): TableFinding {
  const columns = asked(box, grid);
  const point = pointIn(box, grid);
  const tied = isTied(point, grid, columns);
  const isBroken = columns.some((c) => holdsNothingWhole(box, c, grid));
  const where = boxInWords(box, grid);
  const told = where === '' ? 'No row fits any input.' : `No row fits when ${where}.`;
  const broken = isBroken ? ' No whole number lies there.' : '';
  const cells = columns.flatMap((c) => {
    const [input, side, axis] = [grid.table.inputs[c], box[c], grid.axes[c]];
    return input && side && axis ? [[input.id, cellOf(side, axis)] as const] : [];
  });
  return {
    kind: 'gap',
    severity: isBroken ? 'information' : 'warning',
    rows: [],
    columns: columnIds(columns, grid),
    witness: witnessAt(point, grid),
    cells: Object.fromEntries(cells),
    certain: !tied,
    message: told + broken + (tied ? TIED : ''),
  };
}

/** Whether only broken numbers lie in a column's side: often an input that counts, and so no gap at all. */
function holdsNothingWhole(box: Box, c: number, { axes, table }: Grid): boolean {
  const [side, axis] = [box[c], axes[c]];
  if (!side || !axis || table.inputs[c]?.type.type !== 'number') return false;
  return membersOf(side).every((i) => !isWhole(axis.stretches[i]?.value ?? null));
}

/** Examples that no row surely fits, where only rows with conditions that cannot be read may. */
function unreadGaps(question: Question): {
  readonly found: readonly TableFinding[];
  readonly isTried: boolean;
} {
  const { grid, steps } = question;
  const unread = grid.rows.filter(({ isTold }) => !isTold);
  const found: TableFinding[] = [];
  if (unread.length === 0) return { found, isTried: true };
  const told = grid.rows.filter(({ isTold }) => isTold).map(({ may }) => may);
  const isTried = steps.within(steps.left, () => {
    uncovered(grid.given, told, { steps }, (part) => {
      const near = unread.filter(({ may }) => boxesMeet(may, part));
      const point = pointIn(part, grid);
      const fits = near.map((row) => fitsAt(row, point, grid));
      if (near.length > 0 && !fits.includes(true))
        found.push(
          unreadGap(
            point,
            near.filter((_, i) => fits[i] === null),
            question,
          ),
        );
      return found.length < MOST_PARTS;
    });
  });
  return { found, isTried: isTried && found.length < MOST_PARTS };
}

function unreadGap(point: Point, unknown: readonly GridRow[], { grid }: Question): TableFinding {
  const columns = grid.axes.map((_, c) => c);
  const tied = isTied(point, grid, columns);
  const may =
    unknown.length === 0
      ? ''
      : ` (It depends on more than the inputs whether ${rowsInWords(unknown.map(({ index }) => index))} may.)`;
  return {
    kind: 'gap',
    severity: 'warning',
    rows: unknown.map(({ id }) => id),
    columns: columnIds(columns, grid),
    witness: witnessAt(point, grid),
    certain: unknown.length === 0 && !tied,
    message: `No row fits, for instance,${whenAt(point, grid)}.${may}${tied ? TIED : ''}`,
  };
}
