import { describe, expect, it } from 'vitest';
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

function waysOf(near: NearWays, of: Flow): ReadonlyMap<string, readonly Point[] | null> {
  return new Map(of.edges.map(({ id, from, to }) => [id, near.wayOf({ id, from: from.node, to })] as const));
}

/** Arrows that come too near to a card: in the plainest way, or in another. */
function badIn(of: Flow, ways: ReadonlyMap<string, readonly Point[] | null>) {
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
  const near = new NearWays(drawnPlacement(flow));
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
    const again = waysOf(new NearWays(drawnPlacement(moved), near), moved);
    expect(badIn(moved, again).over).toEqual([]);
    const same = flow.edges.filter(({ id }) => again.get(id) === ways.get(id));
    expect(same.length).toBeGreaterThan(flow.edges.length * 0.8);
    expect(same.length).toBeLessThan(flow.edges.length);
    // Whatever is known from before comes out as it would without that.
    const changed = flow.edges.filter(({ id }) => again.get(id) !== ways.get(id));
    const anew = new NearWays(drawnPlacement(moved));
    for (const { id, from, to } of changed)
      expect(again.get(id)).toEqual(anew.wayOf({ id, from: from.node, to }));
  });

  it('have none where an end is missing', () => {
    expect(near.wayOf({ id: 'lost', from: 'nowhere', to: flow.nodes[0]?.id ?? '' })).toBeNull();
  });
});
