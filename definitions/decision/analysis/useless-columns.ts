import { boxesMeet, intersection, withSide } from './box.ts';
import type { Box } from './box.ts';
import { firstMeets } from './cover.ts';
import { decidingOrder } from './deciding-order.ts';
import type { TableFinding } from './finding.ts';
import type { GridRow } from './grid.ts';
import { isSame } from './outcome.ts';
import type { Given } from './outcome.ts';
import type { Question } from './question.ts';
import { isEmpty, without } from './side.ts';
import { pointIn, witnessAt } from './witness.ts';

/** What came of looking for columns that change nothing. */
export interface UselessColumns {
  readonly findings: readonly TableFinding[];
  /** Inputs, by their places, of which it was not settled. */
  readonly unsettled: readonly number[];
}

/**
 * Inputs on which no decision depends as long as none is missing: that no row asks for, and, where a single row decides,
 * that come to the same. `overlapping` says that rows overlap where they must not. What a row with an error asks, it may
 * ask rightly once it is mended.
 */
export function uselessColumns(question: Question, overlapping: boolean): UselessColumns {
  const { grid, steps } = question;
  const findings: TableFinding[] = [];
  const unsettled: number[] = [];
  if (grid.rows.length === 0) return { findings, unsettled };
  const rows = overlapping ? null : decidingRows(question);
  for (const c of grid.axes.keys()) {
    if (grid.broken.some(({ cells }) => cells[c]?.isAny === false)) continue;
    if (grid.rows.every(({ cells }) => cells[c]?.isAny === true)) {
      findings.push(inputFinding(c, 'no row asks anything of it', question));
    } else if (rows !== null) {
      let isUseless = false;
      const isSettled = steps.within(Math.ceil(steps.left / 2), () => {
        isUseless = changesNothing(c, rows, question);
      });
      if (!isSettled) unsettled.push(c);
      if (isUseless)
        findings.push(inputFinding(c, 'whatever it is, what is decided stays the same', question));
    }
  }
  return { findings, unsettled };
}

/** The rows in the order in which they decide; null where several rows decide together or the order is not known. */
function decidingRows(question: Question): readonly GridRow[] | null {
  const { hitPolicy } = question.grid.table;
  const isOne =
    hitPolicy === 'unique' || hitPolicy === 'any' || hitPolicy === 'first' || hitPolicy === 'priority';
  const { known, unknown } = decidingOrder(question);
  return isOne && unknown.length === 0 ? known : null;
}

/** Whether every part that one row decides is decided the same with any other value in the column. */
function changesNothing(c: number, rows: readonly GridRow[], { grid, outcomes, steps }: Question): boolean {
  const boxes = rows.map(({ may }) => may);
  const given = (r: number | null): readonly Given[] | null =>
    r === null ? outcomes.defaults : (outcomes.rows[rows[r]?.index ?? -1] ?? []);
  const whole = grid.axes[c]?.given;
  if (whole === undefined) return false;
  return firstMeets(grid.given, boxes, { steps }, (part, r) => {
    if (r !== null && rows[r]?.isTold === false) return false;
    const side = part[c];
    const elsewhere = side ? without(whole, side) : whole;
    if (isEmpty(elsewhere)) return true;
    const mine = given(r);
    const across = withSide(part, c, elsewhere);
    const near = boxes.flatMap((box, i) => (boxesMeet(box, across) ? [i] : []));
    steps.spend(boxes.length);
    return firstMeets(
      across,
      near.map((i) => boxes[i] ?? []),
      { steps },
      (_, other) => {
        const at = other === null ? null : (near[other] ?? null);
        if (at !== null && rows[at]?.isTold === false) return false;
        const theirs = given(at);
        return mine === null || theirs === null ? mine === theirs : isSame(mine, theirs);
      },
    );
  });
}

function inputFinding(c: number, why: string, { grid }: Question): TableFinding {
  const input = grid.table.inputs[c];
  const asking = grid.rows.filter(({ cells }) => cells[c]?.isAny === false);
  const shown = asking.map(({ may }) => intersection(may, grid.given)).find((box) => !box.some(isEmpty));
  const box: Box = shown ?? grid.given;
  return {
    kind: 'column changes nothing',
    severity: 'information',
    rows: asking.map(({ id }) => id),
    columns: input ? [input.id] : [],
    witness: witnessAt(pointIn(box, grid), grid),
    certain: true,
    message: `The input “${input?.name ?? ''}” changes nothing: ${why}.`,
  };
}
