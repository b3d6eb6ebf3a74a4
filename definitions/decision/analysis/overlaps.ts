import { boxesMeet, intersection } from './box.ts';
import type { TableFinding } from './finding.ts';
import type { GridRow } from './grid.ts';
import { isOther, isSame, outcomeText } from './outcome.ts';
import { Pairs } from './pairs.ts';
import type { Question } from './question.ts';
import { columnIds, columnsOf, TIED, UNREAD } from './question.ts';
import type { Point } from './witness.ts';
import { fitsAt, isTied, pointIn, whenAt, witnessAt } from './witness.ts';
import { rowsInWords } from './words.ts';

/** What came of looking for overlaps. */
export interface Overlaps {
  readonly findings: readonly TableFinding[];
  /** Pairs of rows that overlap. */
  readonly pairs: number;
  /** Rows that were compared with all later ones; not all of them if it is cut. */
  readonly compared: number;
  readonly isCut: boolean;
}

/**
 * Rows that fit one input although the hit policy allows but one (unique), or one answer (any). A row that overlaps
 * with many others is told once, with all of them; `most` findings are written, the busiest rows first.
 */
export function overlaps(question: Question, most: number): Overlaps {
  const { hitPolicy } = question.grid.table;
  if (hitPolicy !== 'unique' && hitPolicy !== 'any')
    return { findings: [], pairs: 0, compared: 0, isCut: false };
  const { grid, steps } = question;
  const { rows } = grid;
  const found = new Pairs(rows.length);
  let compared = 0;
  const isDone = steps.within(steps.left, () => {
    for (const [i, a] of rows.entries()) {
      steps.spend(rows.length - i);
      for (let j = i + 1; j < rows.length; j += 1) {
        const b = rows[j];
        if (b && boxesMeet(a.tried, b.tried) && matters(a, b, question)) found.add(i, j);
      }
      compared += 1;
    }
  });
  const pairs = found.count;
  const findings: TableFinding[] = [];
  for (const { hub, partners } of found.groups()) {
    if (findings.length === most) break;
    const row = rows[hub];
    const others = partners.flatMap((other) => rows[other] ?? []);
    const [first, ...more] = others;
    if (row && first) findings.push(findingOf(row, [first, ...more], question));
  }
  return { findings, pairs, compared, isCut: !isDone };
}

/** Not if the rows agree where they may, nor if the example that was tried does not fit both. */
function matters(a: GridRow, b: GridRow, { grid, outcomes }: Question): boolean {
  if (grid.table.hitPolicy === 'any' && isSame(outcomes.rows[a.index] ?? [], outcomes.rows[b.index] ?? []))
    return false;
  if (a.isTold && b.isTold) return true;
  const point = pointOf(a, b, { grid });
  return fitsAt(a, point, grid) !== false && fitsAt(b, point, grid) !== false;
}

function pointOf(a: GridRow, b: GridRow, { grid }: Pick<Question, 'grid'>): Point {
  return pointIn(intersection(a.tried, b.tried), grid);
}

function findingOf(
  hub: GridRow,
  partners: readonly [GridRow, ...GridRow[]],
  { grid, outcomes }: Question,
): TableFinding {
  const [partner, ...others] = partners;
  const point = pointOf(hub, partner, { grid });
  const [mine = [], theirs = []] = [outcomes.rows[hub.index], outcomes.rows[partner.index]];
  const isAny = grid.table.hitPolicy === 'any';
  const fits = [hub, partner].every((row) => row.isTold || fitsAt(row, point, grid) === true);
  const isKnown = fits && (!isAny || isOther(mine, theirs));
  const columns = columnsOf([hub, partner], grid);
  const tied = isTied(point, grid, columns);
  const answer = isAny
    ? `one gives ${outcomeText(mine)}, the other ${outcomeText(theirs)}: the table then has no answer.`
    : 'the table then has no answer, for only one row may fit.';
  const where = whenAt(point, grid, columns);
  const message =
    others.length === 0
      ? `${capital(rowsInWords([hub.index, partner.index]))} both fit${where}; ${answer}`
      : `Row ${hub.index + 1} fits together with each of ${partners.length} others, ` +
        `${rowsInWords(partners.map(({ index }) => index))}; with row ${partner.index + 1}${where}; ${answer}`;
  return {
    kind: 'overlap',
    severity: 'error',
    rows: [hub, ...partners].map(({ id }) => id),
    columns: columnIds(columns, grid),
    witness: witnessAt(point, grid),
    certain: isKnown && !tied,
    message: message + (tied ? TIED : isKnown ? '' : UNREAD),
  };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
