import { boxesMeet, intersection, isEmptyBox } from './box.ts';
import type { Box } from './box.ts';
import { coveredBy, uncovered } from './cover.ts';
import { decidingOrder } from './deciding-order.ts';
import type { FindingKind, TableFinding } from './finding.ts';
import type { GridRow } from './grid.ts';
import { isSame } from './outcome.ts';
import type { Question } from './question.ts';
import { columnIds, columnsOf } from './question.ts';
import { pointIn, whenAt, witnessAt } from './witness.ts';
import type { Side } from './side.ts';
import { covers } from './side.ts';
import { orList, rowsInWords } from './words.ts';

/** What came of looking for rows that never decide. */
export interface Hidden {
  readonly findings: readonly TableFinding[];
  /** Rows of which it was not settled. */
  readonly unsettled: readonly GridRow[];
}

/** Of what is left, the most that one row may take: one hard row must not cost all others their answer. */
const SHARE_OF_ONE = 8;

/** Rows that others decide for wherever they fit: earlier ones (first), more important ones (priority), equal ones (any). */
export function hiddenRows(question: Question): Hidden {
  const { grid, steps } = question;
  const { hitPolicy } = grid.table;
  const findings: TableFinding[] = [];
  const unsettled: GridRow[] = [];
  if (hitPolicy !== 'first' && hitPolicy !== 'priority' && hitPolicy !== 'any')
    return { findings, unsettled };
  const before = beforeRow(question);
  const gone = new Set<GridRow>();
  for (const row of grid.rows) {
    const isSettled =
      steps.left > 0 &&
      steps.within(Math.ceil(steps.left / SHARE_OF_ONE), () => {
        steps.spend(grid.rows.length);
        const others = before(row).filter((other) => !gone.has(other));
        const finding = ofRow(row, others, question);
        if (finding === null) return;
        findings.push(finding);
        if (finding.kind !== 'only when missing') gone.add(row);
      });
    if (!isSettled) unsettled.push(row);
  }
  return { findings, unsettled };
}

/** The rows that decide rather than a row where both fit. */
function beforeRow(question: Question): (row: GridRow) => readonly GridRow[] {
  const { grid, outcomes } = question;
  if (grid.table.hitPolicy === 'any') {
    const given = (row: GridRow) => outcomes.rows[row.index] ?? [];
    return (row) => grid.rows.filter((other) => other !== row && isSame(given(row), given(other)));
  }
  const { known } = decidingOrder(question);
  const places = new Map(known.map((row, place) => [row, place]));
  return (row) => known.slice(0, places.get(row) ?? 0);
}

function ofRow(row: GridRow, others: readonly GridRow[], question: Question): TableFinding | null {
  const { grid, steps } = question;
  if (isEmptyBox(row.may)) return null;
  const near = others.filter((other) => boxesMeet(other.may, row.may));
  const twin = near.find((other) => asksNoLess(other, row));
  if (twin) return finding('hidden', row, [twin], row.may, question);
  const boxes = near.map(({ sure }) => sure);
  const inGiven = intersection(row.may, grid.given);
  const fitsGiven = !isEmptyBox(inGiven);
  const used = fitsGiven ? coveredBy(inGiven, boxes, steps) : [];
  if (used === null) return null;
  const needed = (places: readonly number[]) => places.flatMap((i) => near[i] ?? []);
  const wholly = coveredBy(row.may, boxes, steps);
  if (wholly)
    return finding('hidden', row, needed(fewest(wholly, row.may, boxes, question)), row.may, question);
  let left: Box = row.may;
  uncovered(row.may, boxes, { steps }, (part) => {
    left = part;
    return false;
  });
  if (grid.table.hitPolicy === 'any' || !fitsGiven) return null;
  return finding('only when missing', row, needed(used), left, question);
}

/** Whether a row asks nothing that another does not ask in the same words or more narrowly. */
function asksNoLess(other: GridRow, row: GridRow): boolean {
  return row.cells.every((cell, c) => {
    if (cell.source === other.cells[c]?.source) return true;
    const [sure, may] = [other.sure[c], row.may[c]];
    return sure !== undefined && may !== undefined && covers(sure, may);
  });
}

const MOST_TRIED = 12;

/** Leaves out of rows that cover a box together those that it does not take. */
function fewest(
  places: readonly number[],
  box: Box,
  boxes: readonly Box[],
  { steps }: Question,
): readonly number[] {
  if (places.length === 1 || places.length > MOST_TRIED) return places;
  let kept = places;
  steps.within(steps.left >>> 1, () => {
    for (const place of [...places].reverse()) {
      const rest = kept.filter((other) => other !== place);
      if (
        coveredBy(
          box,
          boxes.filter((_, i) => rest.includes(i)),
          steps,
        )
      )
        kept = rest;
    }
  });
  return kept;
}

function finding(
  kind: FindingKind & ('hidden' | 'only when missing'),
  row: GridRow,
  by: readonly GridRow[],
  box: Box,
  question: Question,
): TableFinding {
  const { grid } = question;
  const point = pointIn(box, grid);
  const columns = columnsOf([row, ...by], grid);
  const instance = row.isTold ? `, for instance${whenAt(point, grid, columns)}` : '';
  const who = rowsInWords(by.map(({ index }) => index));
  const isAny = grid.table.hitPolicy === 'any';
  const about = {
    rows: [row, ...by].map(({ id }) => id),
    columns: columnIds(columns, grid),
    ...(row.isTold ? { witness: witnessAt(point, grid) } : {}),
    certain: true,
  };
  const mine = `Row ${row.index + 1}`;
  if (kind === 'only when missing') {
    const missing = columnsMissing(box, grid).map((c) => `“${grid.table.inputs[c]?.name ?? ''}”`);
    const message = `${mine} decides only when ${orList(missing)} is missing: else ${who} ${verb(by, grid)} wherever it fits.`;
    return { kind, severity: 'information', ...about, message };
  }
  if (isAny) {
    const message = `${mine} adds nothing: ${who} ${by.length === 1 ? 'says' : 'say'} the same wherever it fits${columns.length === 0 ? '' : instance}.`;
    return { kind: 'adds nothing', severity: 'information', ...about, message };
  }
  const message = `${mine} never decides: ${who} ${verb(by, grid)} wherever it fits${sameAnswer(row, by, question)}${columns.length === 0 ? '' : instance}.`;
  return { kind, severity: 'warning', ...about, message };
}

function sameAnswer(row: GridRow, by: readonly GridRow[], { outcomes }: Question): string {
  const given = outcomes.rows[row.index] ?? [];
  return by.every(({ index }) => isSame(given, outcomes.rows[index] ?? [])) ? ', with the same answer' : '';
}

function verb(by: readonly GridRow[], { table }: Question['grid']): string {
  const [one, several] =
    table.hitPolicy === 'priority'
      ? ['fits as well and is more important', 'fit as well and are more important']
      : ['decides before it', 'decide before it'];
  return by.length === 1 ? one : several;
}

function columnsMissing(box: Box, { axes }: Question['grid']): readonly number[] {
  return axes.flatMap((axis, c) => {
    const side: Side | undefined = box[c];
    return side && covers(axis.missing, side) ? [c] : [];
  });
}
