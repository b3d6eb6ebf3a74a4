import type { Box } from './place.ts';
import type { Point } from './segments.ts';

/** So far an arrow goes on from a card before it turns. */
const STUB = 20;

/** From the right side of a card to the left side of another, whatever lies between. */
export function plainestWay(from: Box, to: Box): readonly Point[] {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if (end.x >= start.x + 2 * STUB) {
    const x = (start.x + end.x) / 2;
    return [start, { x, y: start.y }, { x, y: end.y }, end];
  }
  const [out, into, y] = [start.x + STUB, end.x - STUB, (start.y + end.y) / 2];
  return [start, { x: out, y: start.y }, { x: out, y }, { x: into, y }, { x: into, y: end.y }, end];
}
