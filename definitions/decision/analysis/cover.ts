import type { Box } from './box.ts';
import { boxCovers, boxesMeet, difference, intersection } from './box.ts';
import { covers } from './side.ts';
import type { Steps } from './steps.ts';

/** A part still to be searched, with the rows that may meet it, and its share of the whole search. */
interface Open {
  readonly box: Box;
  readonly rows: readonly number[];
  readonly share: number;
}

/** How a search goes: what it may spend, what it finds, how much of it is done. */
export interface Search {
  readonly steps: Steps;
  /** Hears of the share of the search (0 to 1) that is done. */
  readonly progress?: (done: number) => void;
}

/**
 * Looks for the parts of `box` that none of the rows covers, and tells them, as boxes that do not meet, until
 * `onPart` answers false. Answers the rows that were needed to cover the rest. A part is cut by the row that leaves
 * the fewest pieces; what no row meets is left over.
 */
export function uncovered(
  box: Box,
  rows: readonly Box[],
  { steps, progress }: Search,
  onPart: (part: Box) => boolean,
): ReadonlySet<number> {
  const used = new Set<number>();
  const open: Open[] = [{ box, rows: rows.map((_, r) => r), share: 1 }];
  let done = 0;
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    steps.spend(part.rows.length + 1);
    const { kept, best, columns } = meeting(part, rows);
    const cut = best === undefined ? undefined : rows[best];
    if (best === undefined || cut === undefined) {
      if (!onPart(part.box)) return used;
    } else {
      used.add(best);
      if (columns > 0) {
        const others = kept.filter((r) => r !== best);
        const pieces = difference(part.box, cut);
        for (const piece of pieces.reverse())
          open.push({ box: piece, rows: others, share: part.share / pieces.length });
        continue;
      }
    }
    done += part.share;
    progress?.(done);
  }
  return used;
}

/** The rows that meet a part, and which of them reaches over all of it in the most columns. */
function meeting(
  { box, rows: candidates }: Open,
  rows: readonly Box[],
): { readonly kept: readonly number[]; readonly best: number | undefined; readonly columns: number } {
  const kept: number[] = [];
  let best: number | undefined;
  let columns = Infinity;
  for (const r of candidates) {
    const row = rows[r];
    if (row === undefined || !boxesMeet(row, box)) continue;
    kept.push(r);
    let cut = 0;
    for (let c = 0; c < box.length && cut < columns; c += 1) {
      const [mine, whole] = [row[c], box[c]];
      if (mine && whole && !covers(mine, whole)) cut += 1;
    }
    if (cut >= columns) continue;
    best = r;
    columns = cut;
    if (cut === 0) break;
  }
  return { kept, best, columns };
}

/** Whether rows cover all of a box; the rows that it takes, or null. */
export function coveredBy(box: Box, rows: readonly Box[], steps: Steps): readonly number[] | null {
  const single = rows.findIndex((row) => boxCovers(row, box));
  steps.spend(rows.length);
  if (single >= 0) return [single];
  let isCovered = true;
  const used = uncovered(box, rows, { steps }, () => (isCovered = false));
  return isCovered ? [...used].sort((a, b) => a - b) : null;
}

/**
 * Cuts a box into the parts that each row is the first to meet, and what none meets (row null), and tells them until
 * `onPart` answers false; answers whether all were told.
 */
export function firstMeets(
  box: Box,
  rows: readonly Box[],
  { steps, progress }: Search,
  onPart: (part: Box, row: number | null) => boolean,
): boolean {
  const open: Open[] = [{ box, rows: rows.map((_, r) => r), share: 1 }];
  let done = 0;
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { box: here } = part;
    steps.spend(part.rows.length + 1);
    const kept = part.rows.filter((r) => boxesMeet(rows[r] ?? [], here));
    const [first, ...others] = kept;
    const row = first === undefined ? undefined : rows[first];
    if (first === undefined || row === undefined) {
      if (!onPart(here, null)) return false;
    } else {
      if (!onPart(intersection(here, row), first)) return false;
      const pieces = difference(here, row);
      for (const piece of pieces.reverse())
        open.push({ box: piece, rows: others, share: part.share / pieces.length });
      if (pieces.length > 0) continue;
    }
    done += part.share;
    progress?.(done);
  }
  return true;
}
