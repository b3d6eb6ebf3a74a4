import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CARD,
  drawnPlacement,
  readingPlacement,
  roomAround,
  type Box,
} from '../../definitions/drawing/place.ts';
import { routeArrows } from '../../definitions/drawing/route.ts';
import type { Point } from '../../definitions/drawing/segments.ts';
import { revision } from './fixture/story.ts';

const flows = [revision.flow, ...Object.values(revision.called)];
const pieces = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).flatMap((point, index): [Point, Point][] => {
    const before = points[index];
    return before === undefined ? [] : [[before, point]];
  });
const isOver = ([a, b]: [Point, Point], box: Box): boolean =>
  Math.max(a.x, b.x) > box.x &&
  Math.min(a.x, b.x) < box.x + box.width &&
  Math.max(a.y, b.y) > box.y &&
  Math.min(a.y, b.y) < box.y + box.height;

describe('arrows of a drawing', () => {
  it.each(flows.map((flow) => [flow.name, flow] as const))(
    'of “%s” run level or upright and over no card',
    (_, flow) => {
      const placement = drawnPlacement(flow);
      const ways = routeArrows(
        flow.edges.map(({ id, from, to }) => ({ id, from: from.node, to })),
        placement,
      );
      expect(ways.size).toBe(flow.edges.length);
      for (const points of ways.values()) {
        for (const piece of pieces(points)) {
          expect(piece[0].x === piece[1].x || piece[0].y === piece[1].y).toBe(true);
          for (const box of placement.values()) expect(isOver(piece, box)).toBe(false);
        }
      }
    },
  );

  it('join the cards they are drawn between, for any cards in rows', () => {
    const arrows = fc.integer({ min: 2, max: 9 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        ends: fc.array(
          fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).filter(([from, to]) => from !== to),
          { maxLength: 6 },
        ),
      }),
    );
    fc.assert(
      fc.property(arrows, ({ count, ends }) => {
        const placement = readingPlacement(
          Array.from({ length: count }, (_, index) => `${index}`),
          560,
        );
        const ways = routeArrows(
          ends.map(([from, to], index) => ({ id: `${index}`, from: `${from}`, to: `${to}` })),
          placement,
        );
        ends.forEach(([from, to], index) => {
          const points = ways.get(`${index}`) ?? [];
          expect(isAtEdge(points[0], placement.get(`${from}`))).toBe(true);
          expect(isAtEdge(points.at(-1), placement.get(`${to}`))).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });
});

function isAtEdge(point: Point | undefined, box: Box | undefined): boolean {
  if (point === undefined || box === undefined) return false;
  const middle = { x: box.x + CARD.width / 2, y: box.y + CARD.height / 2 };
  const onSide = (point.x === box.x || point.x === box.x + box.width) && point.y === middle.y;
  return onSide || ((point.y === box.y || point.y === box.y + box.height) && point.x === middle.x);
}

describe('the room around a drawing', () => {
  const cards = { x: 10, y: 20, width: 100, height: 50 };
  const least = { left: 12, top: 12, right: 4, bottom: 12 };

  it('is as much as is asked for, as long as no arrow leaves it', () => {
    expect(roomAround(cards, [{ x: 5, y: 40 }], least)).toEqual(least);
    expect(roomAround(cards, [], least)).toEqual(least);
  });

  it('holds the arrows that run outside of all cards', () => {
    const arrows = [
      { x: -10, y: 40 },
      { x: 134, y: 90 },
    ];
    expect(roomAround(cards, arrows, least)).toEqual({ left: 22, top: 12, right: 26, bottom: 22 });
  });
});
