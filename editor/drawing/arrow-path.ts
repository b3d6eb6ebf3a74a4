import type { Point } from './route.ts';

const ROUNDED = 6;

/** SVG path of an arrow's corners, each turn slightly rounded. */
export function arrowPath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (before === undefined) return `M${point.x} ${point.y}`;
      if (after === undefined) return `L${point.x} ${point.y}`;
      const into = towards(point, before);
      const out = towards(point, after);
      return `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
    })
    .join('');
}

/** Width of a character of an arrow's words, on average, and how far above its line a card reaches. */
const CHARACTER = 6;
const CARD_ABOVE = 22;

/**
 * Where an arrow's words stand: right of its first upright piece; above its first level one, or above the cards it
 * joins when it is shorter than the words.
 */
export function labelPlace(
  points: readonly Point[],
  label: string,
): Point & { readonly anchor: 'start' | 'middle' } {
  const [first, second] = points;
  if (first === undefined || second === undefined) return { x: 0, y: 0, anchor: 'start' };
  if (first.y !== second.y)
    return { x: first.x + 8, y: first.y + (second.y > first.y ? 16 : -8), anchor: 'start' };
  const left = Math.min(first.x, second.x);
  const width = Math.abs(second.x - first.x);
  if (label.length * CHARACTER + 8 <= width) return { x: left + 4, y: first.y - 7, anchor: 'start' };
  return { x: left + width / 2, y: first.y - CARD_ABOVE - 5, anchor: 'middle' };
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(ROUNDED, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
