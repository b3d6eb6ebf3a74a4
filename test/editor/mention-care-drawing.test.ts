import { describe, expect, it } from 'vitest';
import { actorIn } from '../../editor/drawing/actor.ts';
import { forking, labelPlace } from '../../definitions/drawing/arrow-label.ts';
import { bandsOf } from '../../definitions/drawing/bands.ts';
import { drawnPlacement, extent, type Box } from '../../definitions/drawing/place.ts';
import { routeArrows } from '../../definitions/drawing/route.ts';
import { segments, type Segment } from '../../definitions/drawing/segments.ts';
import { revision } from './fixture/story.ts';

const { flow } = revision;
const placement = drawnPlacement(flow);
const ways = routeArrows(
  flow.edges.map(({ id, from, to }) => ({ id, from: from.node, to })),
  placement,
);
const bands = bandsOf(flow, placement);

/** What stands beside the drawing on the first page at 1440 × 900 leaves it this much. */
const ROOM = { width: 888, height: 784 };

interface Span {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}
const spanOf = ([a, b]: Segment): Span => ({
  x: [Math.min(a.x, b.x), Math.max(a.x, b.x)],
  y: [Math.min(a.y, b.y), Math.max(a.y, b.y)],
});
const meet = (a: Span, b: Span): boolean =>
  a.x[0] <= b.x[1] && b.x[0] <= a.x[1] && a.y[0] <= b.y[1] && b.y[0] <= a.y[1];
const within = (box: Box): Span => ({
  x: [box.x + 1, box.x + box.width - 1],
  y: [box.y + 1, box.y + box.height - 1],
});

/** Whether one runs level and the other upright, and they cross within both. */
function cross(a: Span, b: Span): boolean {
  const [level, upright] = a.y[0] === a.y[1] ? [a, b] : [b, a];
  const [x, y] = [upright.x[0], level.y[0]];
  return (
    upright.x[0] === upright.x[1] &&
    level.y[0] === level.y[1] &&
    x > level.x[0] &&
    x < level.x[1] &&
    y > upright.y[0] &&
    y < upright.y[1]
  );
}

describe('the drawing of mention care', () => {
  it('has at most 25 steps in six bands', () => {
    expect(flow.nodes.length).toBeLessThanOrEqual(25);
    expect(bands.map(({ name }) => name)).toEqual([
      'Hear',
      'Know',
      'Decide',
      'Assign',
      'Answer',
      'Follow up',
    ]);
    for (const node of flow.nodes) {
      const band = bands.find(({ id }) => id === node.lane);
      const box = placement.get(node.id);
      expect(band !== undefined && box !== undefined && box.y >= band.y, node.name).toBe(true);
      expect((box?.y ?? 0) + (box?.height ?? 0), node.name).toBeLessThanOrEqual(
        (band?.y ?? 0) + (band?.height ?? 0),
      );
    }
  });

  it('stands whole on the first page at its true size', () => {
    const whole = extent(new Map(bands.map((band) => [band.id, band])));
    expect(whole.width).toBeLessThanOrEqual(ROOM.width);
    expect(whole.height).toBeLessThanOrEqual(ROOM.height);
    for (const points of ways.values()) {
      for (const { x, y } of points) {
        expect(x >= whole.x && x <= whole.x + whole.width).toBe(true);
        expect(y >= whole.y && y <= whole.y + whole.height).toBe(true);
      }
    }
  });

  it('lets no arrow run through a step', () => {
    for (const [id, points] of ways) {
      for (const [node, box] of placement)
        for (const piece of segments(points))
          expect(meet(spanOf(piece), within(box)), `${id} over ${node}`).toBe(false);
    }
  });

  it('lets no two arrows cross, and none touch another but one of the same choice or to the same step', () => {
    for (const [index, one] of flow.edges.entries()) {
      for (const two of flow.edges.slice(index + 1)) {
        const [mine, theirs] = [one, two].map(({ id }) => segments(ways.get(id) ?? []).map(spanOf));
        const isKin = one.from.node === two.from.node || one.to === two.to;
        const clashes = (mine ?? []).filter((a) => theirs?.some((b) => (isKin ? cross(a, b) : meet(a, b))));
        expect(clashes, `${one.id} and ${two.id}`).toEqual([]);
      }
    }
  });

  it('leads the main way on straight to the right within a band', () => {
    for (const { id, from, to } of flow.edges) {
      const [a, b] = [placement.get(from.node), placement.get(to)];
      if (a === undefined || b === undefined || a.y !== b.y || b.x - a.x !== 200) continue;
      expect(ways.get(id), id).toHaveLength(2);
    }
  });

  it('has the words of its arrows clear of its steps and of each other', () => {
    const forked = forking(ways);
    const spans = flow.edges.flatMap(({ id, name }) => {
      if (name === undefined) return [];
      const place = labelPlace(ways.get(id) ?? [], name, forked.has(id));
      const width = name.length * 5.5;
      const left = place.anchor === 'start' ? place.x : place.x - width / 2;
      return [{ name, span: { x: [left, left + width], y: [place.y - 8, place.y] } as const }];
    });
    expect(spans.length).toBeGreaterThan(10);
    for (const [index, { name, span }] of spans.entries()) {
      for (const box of placement.values()) expect(meet(span, within(box)), name).toBe(false);
      for (const other of spans.slice(index + 1))
        expect(meet(span, other.span), `${name}, ${other.name}`).toBe(false);
    }
  });

  it('asks questions where there is a choice, and says who acts', () => {
    for (const node of flow.nodes) if (node.kind === 'exclusiveGateway') expect(node.name).toMatch(/\?$/);
    const who = (id: string) =>
      flow.nodes.filter((node) => node.id === id).map((node) => actorIn(node, revision));
    expect(
      ['answer', 'look-up', 'wait', 'what-broke', 'urgency-team', 'send', 'put-right'].flatMap(who),
    ).toEqual(['person', 'machine', 'time', 'rule', 'rule', 'machine', 'good']);
  });
});
