import type { Box } from './place.ts';
import type { Point } from './segments.ts';

/** Where on a card's upper edge the loop ends and begins: right of the middle, where other arrows come in. */
const IN = 0.63;
const OUT = 0.8;
const HIGH = 13;

/** The way of an arrow from a card to itself: a small loop on its upper edge, left of where counts stand. */
export function selfLoop(box: Box): readonly Point[] {
  const [into, out] = [Math.round(box.x + box.width * IN), Math.round(box.x + box.width * OUT)];
  return [
    { x: out, y: box.y },
    { x: out, y: box.y - HIGH },
    { x: into, y: box.y - HIGH },
    { x: into, y: box.y },
  ];
}
