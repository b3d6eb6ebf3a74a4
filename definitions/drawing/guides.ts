import { boxAround, type Box } from './place.ts';

/** A line along which cards stand: upright at an `x`, level at a `y`, from one end to the other. */
export interface Guide {
  readonly along: Along;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How far something has to be shifted to stand in line with others, and the lines that show it. */
export interface Alignment {
  readonly x: number;
  readonly y: number;
  readonly guides: readonly Guide[];
}

/** How near is near enough, and the grid that everything stands on, in canvas pixels. */
export interface Nearness {
  readonly within: number;
  readonly grid: number;
}

/** Where the edges and middles of cards are, in their order: upright ones by `x`, level ones by `y`. */
export type Lines = Readonly<Record<Along, readonly Line[]>>;

type Along = 'x' | 'y';
interface Line {
  readonly at: number;
  readonly isMiddle: boolean;
  readonly box: Box;
}

/** So far a line goes on beyond the cards that stand along it. */
const BEYOND = 8;
/** Lines nearer to each other than this are one. */
const SAME = 0.01;

/** The lines of cards, sorted once, so that what is moved past them finds the nearest by halving. */
export function linesOf(boxes: readonly Box[]): Lines {
  const along = (axis: Along): readonly Line[] =>
    boxes.flatMap((box) => linesOfBox(box, axis)).toSorted((one, other) => one.at - other.at);
  return { x: along('x'), y: along('y') };
}

/**
 * How what is moved comes to stand in line with others, by its edges or its middle: shifted as little as can be, at most
 * `within`, and by whole steps of the grid, so that it stays where it is shown. No shift where nothing is so near.
 */
export function alignment(moved: Box, lines: Lines, near: Nearness): Alignment {
  const x = nearest(moved, lines.x, 'x', near);
  const y = nearest(moved, lines.y, 'y', near);
  const there = { ...moved, x: moved.x + (x ?? 0), y: moved.y + (y ?? 0) };
  return {
    x: x ?? 0,
    y: y ?? 0,
    guides: [
      ...(x === null ? [] : guidesAlong(there, lines.x, 'x')),
      ...(y === null ? [] : guidesAlong(there, lines.y, 'y')),
    ],
  };
}

/** Its middle first: where that stands in line its edges need not. */
function linesOfBox(box: Box, axis: Along): readonly Line[] {
  const size = axis === 'x' ? box.width : box.height;
  return [
    { at: box[axis] + size / 2, isMiddle: true, box },
    { at: box[axis], isMiddle: false, box },
    { at: box[axis] + size, isMiddle: false, box },
  ];
}

function nearest(moved: Box, lines: readonly Line[], axis: Along, { within, grid }: Nearness): number | null {
  let best: number | null = null;
  for (const own of linesOfBox(moved, axis))
    for (const { at } of linesNear(lines, own, within)) {
      const shift = at - own.at;
      if (shift % grid === 0 && (best === null || Math.abs(shift) < Math.abs(best))) best = shift;
    }
  return best;
}

/** One line for all that stand along it; those whose middles do need none at their edges. */
function guidesAlong(moved: Box, lines: readonly Line[], axis: Along): readonly Guide[] {
  const shown = new Set<Box>();
  return linesOfBox(moved, axis).flatMap((own) => {
    const boxes = linesNear(lines, own, SAME).flatMap(({ box }) => (shown.has(box) ? [] : [box]));
    if (boxes.length === 0) return [];
    for (const box of boxes) shown.add(box);
    const { x, y, width, height } = boxAround([moved, ...boxes]);
    const [from, to] = axis === 'x' ? [y, y + height] : [x, x + width];
    return [{ along: axis, at: own.at, from: from - BEYOND, to: to + BEYOND }];
  });
}

/** Middles go with middles, edges with either edge. */
function linesNear(lines: readonly Line[], { at, isMiddle }: Line, within: number): readonly Line[] {
  const near: Line[] = [];
  for (let index = firstFrom(lines, at - within); index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line.at > at + within) break;
    if (line.isMiddle === isMiddle) near.push(line);
  }
  return near;
}

/** The index of the first line that is not before a place. */
function firstFrom(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
