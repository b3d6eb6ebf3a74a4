import type { Box } from './place.ts';
import type { Point } from './segments.ts';

/** Where on a card's lower edge the loop begins and ends: left of the middle, where other arrows leave. */
const OUT = 0.12;
const IN = 0.3;
const DEEP = 12;

/** The way of an arrow from a card to itself: a small loop below it. */
export function selfLoop(box: Box): readonly Point[] {
  const bottom = box.y + box.height;
  const [out, into] = [Math.round(box.x + box.width * OUT), Math.round(box.x + box.width * IN)];
  return [
    { x: out, y: bottom },
    { x: out, y: bottom + DEEP },
    { x: into, y: bottom + DEEP },
    { x: into, y: bottom },
  ];
}
