import type { Flow } from '../flow/flow.ts';
import type { Point } from './segments.ts';

/** Size of a step's card, in canvas pixels. */
export const CARD = { width: 164, height: 44 } as const;

/** A rectangle in canvas pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where each card of a drawing stands, by node id. */
export type Placement = ReadonlyMap<string, Box>;

/** The places the author gave. Notes are drawn as cards too. */
export function drawnPlacement(flow: Flow): Placement {
  return new Map(flow.nodes.map((node) => [node.id, { ...node.position, ...CARD }]));
}

/**
 * Places for a short telling of a flow in a narrow column: the named nodes from left to right, row after row.
 * `width` is that of the column; as many cards stand in a row as fit.
 */
export function readingPlacement(nodes: readonly string[], width: number): Placement {
  const SIDE = 12;
  const gap = { x: 14, y: 44 };
  const perRow = Math.max(1, Math.floor((width - SIDE - 4 + gap.x) / (CARD.width + gap.x)));
  return new Map(
    nodes.map((id, index) => [
      id,
      {
        x: SIDE + (index % perRow) * (CARD.width + gap.x),
        y: 12 + Math.floor(index / perRow) * (CARD.height + gap.y),
        ...CARD,
      },
    ]),
  );
}

/** The rectangle around all cards, or an empty one. */
export function extent(placement: Placement): Box {
  return boxAround([...placement.values()]);
}

/** The rectangle around others; an empty one around none. */
export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** The room on each side of all cards, in canvas pixels. */
export interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Half of an arrow's line, rounded up. */
const HALF_LINE = 2;

/** At least so much room around the cards, and more where an arrow runs outside of them, so that none is cut off. */
export function roomAround(cards: Box, arrows: readonly Point[], least: Room): Room {
  const [xs, ys] = [arrows.map(({ x }) => x), arrows.map(({ y }) => y)];
  return {
    left: Math.max(least.left, cards.x - Math.min(...xs) + HALF_LINE),
    top: Math.max(least.top, cards.y - Math.min(...ys) + HALF_LINE),
    right: Math.max(least.right, Math.max(...xs) - cards.x - cards.width + HALF_LINE),
    bottom: Math.max(least.bottom, Math.max(...ys) - cards.y - cards.height + HALF_LINE),
  };
}

/** Whether two boxes have a part in common; a common edge is none. */
export function touches(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
