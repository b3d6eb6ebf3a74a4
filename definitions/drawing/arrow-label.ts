import { isLevel, segments, type Point, type Segment } from './segments.ts';

/** Where an arrow's words stand, and which part of them stands there. */
export type LabelPlace = Point & { readonly anchor: 'start' | 'middle' };

/** Width of a character of an arrow's words, on average. */
const CHARACTER = 5.5;
/** How far above its line a card reaches. */
const CARD_ABOVE = 22;
/** What an arrow's head takes of its last piece. */
const HEAD = 6;
/** A loop back into the same card is narrower than this. */
const SMALL = 40;
/** A level piece up to this long has its words in its middle. */
const SHORT = 60;

/**
 * Where an arrow's words stand: right of its first upright piece; above its first level one, or above the cards it
 * joins when it is shorter than the words. An arrow that begins as one with others (`forks`) has them where it ends.
 */
export function labelPlace(points: readonly Point[], label: string, forks: boolean): LabelPlace {
  const pieces = segments(points);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return { x: 0, y: 0, anchor: 'start' };
  const [from, to] = first;
  if (isSmallLoop(points)) return { x: from.x - 24, y: to.y + 12, anchor: 'start' };
  if (forks && pieces.length > 1) return atEnd(pieces, last, label);
  if (!isLevel(first)) return { x: from.x + 7, y: from.y + (to.y > from.y ? 16 : -11), anchor: 'start' };
  const left = Math.min(from.x, to.x);
  const width = Math.abs(to.x - from.x);
  const head = pieces.length === 1 && width <= SHORT ? HEAD : 0;
  const middle = left + (width - head) / 2;
  if (label.length * CHARACTER + 3 > width)
    return { x: middle, y: from.y - CARD_ABOVE - 5, anchor: 'middle' };
  return width <= SHORT
    ? { x: middle, y: from.y - 5, anchor: 'middle' }
    : { x: left + 4, y: from.y - 5, anchor: 'start' };
}

/** Right of the last upright piece, or above the last level one where that is long enough. */
function atEnd(pieces: readonly Segment[], last: Segment, label: string): LabelPlace {
  const [from, to] = last;
  if (!isLevel(last)) return { x: to.x + 8, y: to.y - 5, anchor: 'start' };
  const left = Math.min(from.x, to.x) + (to.x < from.x ? HEAD : 0);
  const fits = label.length * CHARACTER + 4 + HEAD <= Math.abs(to.x - from.x);
  const before = pieces.at(-2)?.[0] ?? from;
  return fits
    ? { x: left + 4, y: from.y - 5, anchor: 'start' }
    : { x: from.x + 7, y: from.y + (before.y < from.y ? -11 : 16), anchor: 'start' };
}

/** How far words of that size reach above and below where they stand. */
const REACH = { above: 9, below: 3 };

/** Where something round may stand that belongs to a point of an arrow: there, or just below or above the arrow's words. */
export function besideWords(point: Point, radius: number, label: string, place: LabelPlace): Point {
  const width = label.length * CHARACTER;
  const left = place.anchor === 'middle' ? place.x - width / 2 : place.x;
  const covers =
    label !== '' &&
    point.x + radius > left &&
    point.x - radius < left + width &&
    point.y + radius > place.y - REACH.above &&
    point.y - radius < place.y + REACH.below;
  if (!covers) return point;
  const y = place.y <= point.y ? place.y + REACH.below + radius : place.y - REACH.above - radius;
  return { x: point.x, y };
}

/** Whether it goes out of a card and straight back in. */
function isSmallLoop(points: readonly Point[]): boolean {
  const [from] = points;
  const last = points.at(-1);
  return from !== undefined && last !== undefined && from.y === last.y && points.length === 4
    ? Math.abs(last.x - from.x) < SMALL
    : false;
}

/** Ids of the arrows that begin at the same point and side as another one. */
export function forking(ways: ReadonlyMap<string, readonly Point[]>): ReadonlySet<string> {
  const byBegin = new Map<string, string[]>();
  for (const [id, points] of ways) {
    const [from, to] = points;
    if (from === undefined || to === undefined) continue;
    const begin = `${from.x} ${from.y} ${Math.sign(to.x - from.x)} ${Math.sign(to.y - from.y)}`;
    byBegin.set(begin, [...(byBegin.get(begin) ?? []), id]);
  }
  return new Set([...byBegin.values()].filter((ids) => ids.length > 1).flat());
}
