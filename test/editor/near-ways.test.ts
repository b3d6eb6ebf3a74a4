import { describe, expect, it } from 'vitest';
import { forking, labelPlace } from '../../definitions/drawing/arrow-label.ts';
import { NearWays } from '../../definitions/drawing/near-ways.ts';
import { isDeepStrictEqual } from 'node:util';
import { plainestWay } from '../../definitions/drawing/plainest-way.ts';
import { drawnPlacement } from '../../definitions/drawing/place.ts';
import { hits, type Point } from '../../definitions/drawing/segments.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { largeContent } from '../bench/editor/large-flow.ts';

const STEPS = 160;
/** The beginning of a large flow: what the rest of it looks like. */
function beginningOf({ flow }: ReturnType<typeof largeContent>): Flow {
  const nodes = flow.nodes.slice(0, STEPS);
  const ids = new Set(nodes.map(({ id }) => id));
  return { ...flow, nodes, edges: flow.edges.filter(({ from, to }) => ids.has(from.node) && ids.has(to)) };
}
const flow = beginningOf(largeContent('large'));

function nearWays(of: Flow, before?: NearWays): NearWays {
  const arrows = of.edges.map(({ id, from, to }) => ({ id, from: from.node, to }));
  return new NearWays(arrows, drawnPlacement(of), before);
}

function waysOf(near: NearWays, of: Flow): ReadonlyMap<string, readonly Point[]> {
  return new Map(of.nodes.flatMap(({ id }) => [...near.waysFrom(id)]));
}

/** Arrows that come too near to a card: in the plainest way, or in another. */
function badIn(of: Flow, ways: ReadonlyMap<string, readonly Point[]>) {
  const cards = [...drawnPlacement(of)];
  const places = new Map(cards);
  const over = of.edges.filter(({ id, from, to }) => {
    const others = cards.filter(([card]) => card !== from.node && card !== to).map(([, box]) => box);
    return hits(ways.get(id) ?? [], others) > 0;
  });
  const isPlain = ({ id, from, to }: Flow['edges'][number]): boolean => {
    const [a, b] = [places.get(from.node), places.get(to)];
    return a !== undefined && b !== undefined && isDeepStrictEqual(ways.get(id), plainestWay(a, b));
  };
  return { plain: over.filter(isPlain), over: over.filter((edge) => !isPlain(edge)).map(({ id }) => id) };
}

describe('the ways of arrows by themselves', () => {
  const near = nearWays(flow);
  const ways = waysOf(near, flow);

  it('pass over no card, but for the plainest where very much lies between both ends', () => {
    const { plain, over } = badIn(flow, ways);
    expect(over).toEqual([]);
    expect(flow.edges.length).toBeGreaterThan(200);
    // From the end of one row of cards to the beginning of the next.
    expect(plain.length).toBeLessThan(flow.edges.length / 10);
  });

  it('stay the same where nothing near them has changed, and go round what has come', () => {
    const [first, second] = [flow.nodes[30], flow.nodes[31]];
    if (first === undefined || second === undefined) throw new Error('There are too few steps.');
    const between = {
      x: (first.position.x + second.position.x) / 2,
      y: first.position.y + 60,
    };
    const moved: Flow = {
      ...flow,
      nodes: flow.nodes.map((node) => (node.id === 'wait-60' ? { ...node, position: between } : node)),
    };
    const again = waysOf(nearWays(moved, near), moved);
    expect(badIn(moved, again).over).toEqual([]);
    const same = flow.edges.filter(({ id }) => again.get(id) === ways.get(id));
    expect(same.length).toBeGreaterThan(flow.edges.length * 0.75);
    expect(same.length).toBeLessThan(flow.edges.length);
    // Whatever is known from before comes out as it would without that.
    const changed = flow.edges.filter(({ id }) => again.get(id) !== ways.get(id));
    const anew = waysOf(nearWays(moved), moved);
    for (const { id } of changed) expect(again.get(id)).toEqual(anew.get(id));
  });

  it('leave their words apart: no two of a drawing lie on each other', () => {
    const forked = forking(ways);
    expect(forked.size).toBeGreaterThan(10);
    const words = flow.edges.map(({ id }) => {
      const { x, y } = labelPlace(ways.get(id) ?? [], 'otherwise', forked.has(id));
      return { id, x, y };
    });
    const overlaid = words.flatMap((one, i) =>
      words
        .slice(i + 1)
        .filter((other) => Math.abs(one.x - other.x) < 40 && Math.abs(one.y - other.y) < 10)
        .map((other) => [one.id, other.id]),
    );
    expect(overlaid).toEqual([]);
  });

  it('are none where an end is missing', () => {
    const [first] = flow.nodes;
    const lost = [{ id: 'lost', from: first?.id ?? '', to: 'nowhere' }];
    expect(new NearWays(lost, drawnPlacement(flow)).waysFrom(first?.id ?? '').size).toBe(0);
  });
});
