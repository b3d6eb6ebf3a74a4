import type { Side } from './side.ts';
import { both, covers, isEmpty, meets, without } from './side.ts';

/** A part of all inputs: for each column the stretches that its value may lie in. */
export type Box = readonly Side[];

export function boxesMeet(a: Box, b: Box): boolean {
  for (let c = 0; c < a.length; c += 1) {
    const [side, other] = [a[c], b[c]];
    if (side === undefined || other === undefined || !meets(side, other)) return false;
  }
  return true;
}

/** Whether a box lies wholly within another. */
export function boxCovers(a: Box, b: Box): boolean {
  for (let c = 0; c < a.length; c += 1) {
    const [side, other] = [a[c], b[c]];
    if (side === undefined || other === undefined || !covers(side, other)) return false;
  }
  return true;
}

export function intersection(a: Box, b: Box): Box {
  return a.map((side, c) => both(side, b[c] ?? side));
}

export function isEmptyBox(box: Box): boolean {
  return box.some(isEmpty);
}

/** The same box with another side in one column. */
export function withSide(box: Box, column: number, side: Side): Box {
  return box.map((kept, c) => (c === column ? side : kept));
}

/** What of a box lies outside another, as boxes that do not meet: at most one for each column. */
export function difference(box: Box, other: Box): Box[] {
  const parts: Box[] = [];
  let rest = box;
  for (const [c, side] of box.entries()) {
    const taken = other[c];
    if (taken === undefined || covers(taken, side)) continue;
    parts.push(withSide(rest, c, without(side, taken)));
    rest = withSide(rest, c, both(side, taken));
  }
  return parts;
}
