import type { Flow } from '../../../definitions/flow/flow.ts';
import { drawnPlacement } from '../../../definitions/drawing/place.ts';
import { plainestWay } from '../../../definitions/drawing/plainest-way.ts';
import { segments, type Point } from '../../../definitions/drawing/segments.ts';
import type { DraftArrow } from './draft-arrow.tsx';

/** The corners of each arrow as it is drawn from afar, by its id: its own way, or the plainest there is. */
export function farWays(flow: Flow, arrows: readonly DraftArrow[]): ReadonlyMap<string, readonly Point[]> {
  const cards = drawnPlacement(flow);
  return new Map(
    arrows.flatMap(({ id, source, target, data }): [string, readonly Point[]][] => {
      const [from, to] = [cards.get(source), cards.get(target)];
      if (from === undefined || to === undefined) return [];
      return [[id, data?.points ?? plainestWay(from, to)]];
    }),
  );
}

/** The arrow that passes nearest to a point, if one does within so many canvas pixels. */
export function arrowNear(
  ways: ReadonlyMap<string, readonly Point[]>,
  point: Point,
  within: number,
): string | null {
  let nearest: string | null = null;
  let least = within;
  for (const [id, points] of ways)
    for (const [a, b] of segments(points)) {
      const away = distance(point, a, b);
      if (away > least) continue;
      least = away;
      nearest = id;
    }
  return nearest;
}

function distance({ x, y }: Point, a: Point, b: Point): number {
  const [wide, high] = [b.x - a.x, b.y - a.y];
  const length = wide * wide + high * high;
  const part = length === 0 ? 0 : ((x - a.x) * wide + (y - a.y) * high) / length;
  const on = Math.min(1, Math.max(0, part));
  return Math.hypot(x - a.x - on * wide, y - a.y - on * high);
}
