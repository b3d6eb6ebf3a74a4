import type { Box, Placement } from './place.ts';
import { crosses, hits, isLevel, liesOn, segments, type Point } from './segments.ts';
import { selfLoop } from './self-loop.ts';

/** An arrow to be drawn. */
export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** An arrow that has its way. */
export interface Routed {
  readonly arrow: Arrow;
  readonly points: readonly Point[];
}

type Side = 'left' | 'right' | 'top' | 'bottom';
const SIDES: readonly (readonly [Side, Side])[] = [
  ['right', 'left'],
  ['bottom', 'top'],
  ['bottom', 'left'],
  ['right', 'top'],
  ['right', 'bottom'],
  ['top', 'bottom'],
  ['top', 'left'],
  ['right', 'right'],
  ['bottom', 'bottom'],
  ['bottom', 'right'],
  ['left', 'top'],
  ['left', 'left'],
];
const COST = {
  hit: 1000,
  overlap: 120,
  crossing: 60,
  /** Arrows of one choice may begin as one; rather not level, where words stand. Arrows into one card may end as one. */
  forkLevel: 24,
  forkUpright: 4,
  join: 1,
  bend: 12,
  backwards: 8,
  perPixel: 0.04,
  /** What is long of the last piece, on top: an arrow turns towards its card late, in the gap before it. */
  lastPerPixel: 0.01,
  laterSides: 2,
} as const;
/** Ways of so many arrows are found together; in a larger drawing each is found by itself (near-ways.ts). */
export const MOST_ROUTED = 250;
const NEARBY = 70;
/** How far outside of all cards an arrow may run. */
const MARGIN = 14;

/**
 * Orthogonal ways for all arrows, by id, in the order given: each takes the cheapest of the ways that leave one side
 * of a card, follow the gaps between rows and columns, and enter another card; cheap is one that passes over no
 * card, lies on no other arrow, crosses few and bends little. An arrow from a card to itself is a small loop; one whose
 * ends are not placed has no way. `already`: other arrows that have their ways.
 */
export function routeArrows(
  arrows: readonly Arrow[],
  placement: Placement,
  already: readonly Routed[] = [],
): ReadonlyMap<string, readonly Point[]> {
  const gaps = gapsOf(placement);
  const routed = [...already];
  for (const arrow of arrows) {
    const from = placement.get(arrow.from);
    const to = placement.get(arrow.to);
    if (from === undefined || to === undefined) continue;
    if (arrow.from === arrow.to) {
      routed.push({ arrow, points: selfLoop(from) });
      continue;
    }
    const others = [...placement]
      .filter(([id]) => id !== arrow.from && id !== arrow.to)
      .map(([, box]) => box);
    const found: Found = { points: [], cost: Infinity };
    const consider = (points: readonly Point[], rank: number): void => {
      // Each part only adds to the cost, so a way that is dear already need not be looked at further.
      let cost = rank * COST.laterSides + shapeCost(points);
      if (cost < found.cost)
        cost +=
          COST.hit * (hits(points, others) + hits(points.slice(1), [from]) + hits(points.slice(0, -1), [to]));
      if (cost < found.cost) cost += conflictCost(points, arrow, routed);
      if (cost < found.cost) [found.points, found.cost] = [points, cost];
    };
    for (const turns of ['few', 'many'] as const) {
      if (found.cost < COST.crossing) break;
      SIDES.forEach(([leave, enter], rank) => {
        for (const points of ways(middle(from, leave), leave, middle(to, enter), enter, gaps, turns))
          consider(points, rank);
      });
    }
    routed.push({ arrow, points: found.points });
  }
  return new Map(routed.slice(already.length).map(({ arrow, points }) => [arrow.id, points]));
}

interface Found {
  points: readonly Point[];
  cost: number;
}

function middle(box: Box, side: Side): Point {
  if (side === 'left') return { x: box.x, y: box.y + box.height / 2 };
  if (side === 'right') return { x: box.x + box.width, y: box.y + box.height / 2 };
  return { x: box.x + box.width / 2, y: side === 'top' ? box.y : box.y + box.height };
}

/** Lines along which an arrow may run: the gaps between rows and columns, and a margin around all. */
function gapsOf(placement: Placement): Gaps {
  const boxes = [...placement.values()];
  return {
    xs: freeLines(boxes.map((box) => [box.x, box.x + box.width])),
    ys: freeLines(boxes.map((box) => [box.y, box.y + box.height])),
  };
}

function freeLines(spans: readonly (readonly [number, number])[]): readonly number[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const first = sorted[0];
  if (first === undefined) return [];
  const lines = [first[0] - MARGIN];
  let end = first[1];
  for (const [from, to] of sorted) {
    if (from > end + 8) {
      const half = (end + from) / 2;
      lines.push(half);
      if (from - end >= 40) lines.push(half - 10, half + 10);
    }
    end = Math.max(end, to);
  }
  return [...lines, end + MARGIN, end + MARGIN + 10];
}

interface Gaps {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The ways between two ends that leave and enter by these sides: with few turns, or those that need many. */
function* ways(
  a: Point,
  leave: Side,
  b: Point,
  enter: Side,
  gaps: Gaps,
  turns: 'few' | 'many',
): Generator<readonly Point[]> {
  const sideways = leave === 'left' || leave === 'right';
  const intoSide = enter === 'left' || enter === 'right';
  const bends =
    turns === 'few' ? fewTurns(a, sideways, b, intoSide, gaps) : manyTurns(a, sideways, b, intoSide, gaps);
  for (const between of bends) {
    const points = [a, ...between, b];
    if (goesOut(points, leave) && comesIn(points, enter)) yield points;
  }
}

function* fewTurns(
  a: Point,
  sideways: boolean,
  b: Point,
  intoSide: boolean,
  { xs, ys }: Gaps,
): Generator<readonly Point[]> {
  if (sideways && intoSide) {
    if (a.y === b.y) yield [];
    for (const x of xs) yield [at(x, a.y), at(x, b.y)];
  } else if (!sideways && !intoSide) {
    if (a.x === b.x) yield [];
    for (const y of ys) yield [at(a.x, y), at(b.x, y)];
  } else if (sideways) yield [at(b.x, a.y)];
  else yield [at(a.x, b.y)];
}

function* manyTurns(
  a: Point,
  sideways: boolean,
  b: Point,
  intoSide: boolean,
  gaps: Gaps,
): Generator<readonly Point[]> {
  const xs = sideways ? nearby(gaps.xs, a.x) : gaps.xs;
  const ys = sideways ? gaps.ys : nearby(gaps.ys, a.y);
  for (const x of xs) {
    for (const y of ys) {
      if (sideways && intoSide)
        for (const x2 of nearby(gaps.xs, b.x)) yield [at(x, a.y), at(x, y), at(x2, y), at(x2, b.y)];
      else if (!sideways && !intoSide)
        for (const y2 of nearby(gaps.ys, b.y)) yield [at(a.x, y), at(x, y), at(x, y2), at(b.x, y2)];
      else if (sideways) yield [at(x, a.y), at(x, y), at(b.x, y)];
      else yield [at(a.x, y), at(x, y), at(x, b.y)];
    }
  }
}

/** The lines close to an end, and the outermost: a first or last turn far away in between looks lost. */
function nearby(lines: readonly number[], end: number): readonly number[] {
  return lines.filter(
    (line, index) => Math.abs(line - end) <= NEARBY || index === 0 || index >= lines.length - 2,
  );
}

const at = (x: number, y: number): Point => ({ x, y });

function goesOut(points: readonly Point[], side: Side): boolean {
  const [first, second] = points;
  return first !== undefined && second !== undefined && isOn(side, first, second);
}
function comesIn(points: readonly Point[], side: Side): boolean {
  const [second, first] = points.slice(-2);
  return first !== undefined && second !== undefined && isOn(side, first, second);
}
function isOn(side: Side, of: Point, other: Point): boolean {
  if (side === 'left') return other.x < of.x;
  if (side === 'right') return other.x > of.x;
  return side === 'top' ? other.y < of.y : other.y > of.y;
}

function shapeCost(points: readonly Point[]): number {
  let cost = (points.length - 2) * COST.bend;
  const pieces = segments(points);
  for (const [a, b] of pieces) {
    cost += lengthOf(a, b) * COST.perPixel;
    if (b.x < a.x) cost += COST.backwards;
  }
  const last = pieces.at(-1);
  return last === undefined ? cost : cost + Math.max(0, lengthOf(...last) - NEARBY) * COST.lastPerPixel;
}

function lengthOf(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function conflictCost(points: readonly Point[], arrow: Arrow, routed: readonly Routed[]): number {
  let cost = 0;
  for (const other of routed) {
    const forks = other.arrow.from === arrow.from && isSame(other.points[0], points[0]);
    const joins = other.arrow.to === arrow.to && isSame(other.points.at(-1), points.at(-1));
    for (const one of segments(points)) {
      for (const two of segments(other.points)) {
        if (liesOn(one, two))
          cost += joins
            ? COST.join
            : forks
              ? isLevel(one)
                ? COST.forkLevel
                : COST.forkUpright
              : COST.overlap;
        else if (crosses(one, two)) cost += COST.crossing;
      }
    }
  }
  return cost;
}

function isSame(one: Point | undefined, two: Point | undefined): boolean {
  return one?.x === two?.x && one?.y === two?.y;
}
