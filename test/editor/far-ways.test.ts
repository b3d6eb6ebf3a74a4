import { describe, expect, it } from 'vitest';
import { arrowNear, farWays } from '../../editor/designer/canvas/far-ways.ts';
import { canvasArrows } from '../../editor/designer/canvas/canvas-nodes.ts';
import { largeContent } from '../bench/editor/large-flow.ts';

const { flow } = largeContent('far');
const arrows = canvasArrows(flow, []);
const ways = farWays(flow, arrows);

describe('arrows from afar', () => {
  it('go from card to card, each in level and upright pieces', () => {
    expect(ways.size).toBe(flow.edges.length);
    for (const points of ways.values())
      for (const [n, { x, y }] of points.slice(1).entries())
        expect(points[n]?.x === x || points[n]?.y === y).toBe(true);
    const [first] = flow.edges;
    const target = flow.nodes.find(({ id }) => id === first?.to);
    expect(ways.get(first?.id ?? '')?.at(-1)).toEqual({
      x: target?.position.x,
      y: (target?.position.y ?? 0) + 22,
    });
  });

  it('are found by who clicks beside them, and not by who clicks elsewhere', () => {
    const points = ways.get('waited-3') ?? [];
    const [start] = points;
    if (start === undefined) throw new Error('It is not drawn.');
    const near = { x: start.x + 4, y: start.y + 3 };
    expect(arrowNear(new Map([['waited-3', points]]), near, 5)).toBe('waited-3');
    expect(arrowNear(ways, near, 5)).not.toBeNull();
    expect(arrowNear(ways, { x: start.x, y: start.y - 5_000 }, 5)).toBeNull();
  });
});

describe('what is drawn', () => {
  it('stays the same object where nothing about it changed', () => {
    expect(canvasArrows(flow, arrows)).toBe(arrows);
    const edges = flow.edges.map((edge) => (edge.id === 'no-7' ? { ...edge, name: 'or so' } : edge));
    const next = canvasArrows({ ...flow, edges }, arrows);
    expect(next.filter((arrow, n) => arrow !== arrows[n]).map(({ id }) => id)).toEqual(['no-7']);
  });
});
