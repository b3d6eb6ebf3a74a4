import type { Box } from './place.ts';

/** A corner of an arrow, in canvas pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A level or upright piece of an arrow. */
export type Segment = readonly [Point, Point];

/** How close an arrow may come to a card that it does not join. */
const CLEAR = 7;
/** Arrows closer to each other than this look like one. */
const APART = 5;

/** How many times an arrow comes too close to one of the cards. */
export function hits(points: readonly Point[], boxes: readonly Box[]): number {
  let count = 0;
  for (const [a, b] of segments(points)) {
    for (const box of boxes) {
      const apart =
        Math.max(a.x, b.x) <= box.x - CLEAR ||
        Math.min(a.x, b.x) >= box.x + box.width + CLEAR ||
        Math.max(a.y, b.y) <= box.y - CLEAR ||
        Math.min(a.y, b.y) >= box.y + box.height + CLEAR;
      if (!apart) count++;
    }
  }
  return count;
}

/** The pieces of an arrow, in order. */
export function segments(points: readonly Point[]): readonly Segment[] {
  return points.slice(1).flatMap((point, index): Segment[] => {
    const before = points[index];
    return before === undefined ? [] : [[before, point]];
  });
}
/** Whether it runs from side to side. */
export const isLevel = ([a, b]: Segment): boolean => a.y === b.y;

/** Whether two pieces run along each other, so that they look like one. */
export function liesOn(one: Segment, two: Segment): boolean {
  if (isLevel(one) !== isLevel(two)) return false;
  const across = isLevel(one) ? 'y' : 'x';
  const along = isLevel(one) ? 'x' : 'y';
  if (Math.abs(one[0][across] - two[0][across]) > APART) return false;
  const from = Math.max(Math.min(one[0][along], one[1][along]), Math.min(two[0][along], two[1][along]));
  const to = Math.min(Math.max(one[0][along], one[1][along]), Math.max(two[0][along], two[1][along]));
  return to - from > 2;
}

/** Whether a level and an upright piece cross. */
export function crosses(one: Segment, two: Segment): boolean {
  if (isLevel(one) === isLevel(two)) return false;
  const [level, upright] = isLevel(one) ? [one, two] : [two, one];
  const x = upright[0].x;
  const y = level[0].y;
  return (
    x > Math.min(level[0].x, level[1].x) &&
    x < Math.max(level[0].x, level[1].x) &&
    y > Math.min(upright[0].y, upright[1].y) &&
    y < Math.max(upright[0].y, upright[1].y)
  );
}
