import { describe, expect, it } from 'vitest';
import { bandsOf, EMPTY } from '../../definitions/drawing/bands.ts';
import { CARD, drawnPlacement } from '../../definitions/drawing/place.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import {
  addBand,
  drawnBands,
  moveBand,
  moveBorder,
  nameBand,
  removeBand,
  roomAbove,
} from '../../editor/designer/commands/bands.ts';
import { moveSteps } from '../../editor/designer/commands/change-step.ts';
import type { Command } from '../../editor/designer/commands/in-flow.ts';
import { placeBands } from '../../editor/designer/layout/place-bands.ts';
import { careRevision } from '../store/care-revision.ts';
import { deskOf } from './desk-of.ts';

const CARE = contentOf(careRevision());
const ROOT = CARE.flow.id;
const NEW = { id: 'new', name: 'Check' };

/** Bands from top to bottom, each a row of steps of these heights. */
function stacked(rows: Readonly<Record<string, readonly number[]>>): DraftContent {
  return {
    ...CARE,
    flow: {
      ...CARE.flow,
      edges: [],
      lanes: Object.keys(rows).map((id) => ({ id, name: id.toUpperCase() })),
      nodes: Object.entries(rows).flatMap(([lane, ys]) =>
        ys.map((y) => ({
          id: `${lane}${y}`,
          kind: 'textAnnotation' as const,
          name: lane,
          text: '',
          lane,
          position: { x: 0, y },
        })),
      ),
    },
  };
}
const ys = ({ flow }: DraftContent): readonly number[] => flow.nodes.map(({ position }) => position.y);
const lanesOf = ({ flow }: DraftContent): readonly string[] => flow.lanes.map(({ id }) => id);
const strip = (flow: Flow, id: string) => drawnBands(flow).find((band) => band.id === id);
const endOf = (flow: Flow, id: string): number => {
  const { y = 0, height = 0 } = strip(flow, id) ?? {};
  return y + height;
};

describe('the bands of a drawing', () => {
  it('meet half way between their steps, and leave more room than they need to the upper one', () => {
    expect(endOf(stacked({ a: [0], b: [40 + CARD.height] }).flow, 'a')).toBe(CARD.height + 20);
    expect(endOf(stacked({ a: [0], b: [400] }).flow, 'a')).toBe(374);
  });

  it('without steps are drawn where there is room for them, and only where they are asked for', () => {
    const { flow } = stacked({ first: [], a: [0], between: [], b: [CARD.height + 48 + EMPTY], last: [] });
    const bands = drawnBands(flow);
    expect(bands.map(({ id }) => id)).toEqual(['first', 'a', 'between', 'b', 'last']);
    for (const [n, { y }] of bands.slice(1).entries())
      expect(y).toBe((bands[n]?.y ?? 0) + (bands[n]?.height ?? 0));
    expect(strip(flow, 'between')?.height).toBe(EMPTY);
    expect(bandsOf(flow, drawnPlacement(flow)).map(({ id }) => id)).toEqual(['a', 'b']);
    const tight = stacked({ a: [0], between: [], b: [CARD.height + 48] }).flow;
    expect(drawnBands(tight).map(({ id }) => id)).toEqual(['a', 'b']);
    const none = stacked({ one: [], two: [] }).flow;
    expect(drawnBands(none).map(({ height }) => height)).toEqual([EMPTY, EMPTY]);
  });
});

describe('a new band', () => {
  it('stands behind another with room for a row of steps, and what is below moves down', () => {
    const before = stacked({ a: [0], b: [92, 172], c: [264] });
    const after = addBand(ROOT, NEW, 'a')(before);
    expect(lanesOf(after)).toEqual(['a', 'new', 'b', 'c']);
    expect(ys(after)).toEqual([0, 92 + EMPTY, 172 + EMPTY, 264 + EMPTY]);
    expect(strip(after.flow, 'new')?.height).toBe(EMPTY);
  });

  it('above or below all others moves nothing', () => {
    const before = stacked({ a: [0], b: [92] });
    for (const [behind, lanes] of [
      [null, ['new', 'a', 'b']],
      ['b', ['a', 'b', 'new']],
    ] as const) {
      const after = addBand(ROOT, NEW, behind)(before);
      expect(lanesOf(after)).toEqual(lanes);
      expect(ys(after)).toEqual(ys(before));
      expect(strip(after.flow, 'new')?.height).toBe(EMPTY);
    }
  });

  it('takes in a step that is put there, and holds it when it is moved within', () => {
    const added = addBand(ROOT, NEW, 'a')(stacked({ a: [0], b: [92, 172] }));
    const { y = 0 } = strip(added.flow, 'new') ?? {};
    const laneOf = ({ flow }: DraftContent) => flow.nodes.find(({ id }) => id === 'b172')?.lane;
    const into = moveSteps(ROOT, new Map([['b172', { x: 0, y: y + 26 }]]))(added);
    expect(laneOf(into)).toBe('new');
    // It is the only one there.
    const nudged = moveSteps(ROOT, new Map([['b172', { x: 40, y: y + 22 }]]))(into);
    expect(laneOf(nudged)).toBe('new');
  });

  it('is that of all steps where there was none', () => {
    const before = { ...CARE, flow: { ...CARE.flow, lanes: [] } };
    const after = addBand(ROOT, NEW, null)(before);
    expect(new Set(after.flow.nodes.map(({ lane }) => lane))).toEqual(new Set(['new']));
  });

  it('is as if it had never been when it is taken away before a step stands in it', () => {
    const before = stacked({ a: [0], b: [92], c: [184] });
    for (const behind of [null, 'a', 'b', 'c'])
      expect(removeBand(ROOT, 'new')(addBand(ROOT, NEW, behind)(before)).flow).toEqual(before.flow);
  });

  it('keeps its room when the drawing is put in order', async () => {
    const { flow } = addBand(ROOT, NEW, 'a')(stacked({ a: [0], b: [92] }));
    const spots = await placeBands(flow, ({ nodes }) =>
      Promise.resolve(new Map(nodes.map((id) => [id, { x: 0, y: 0 }]))),
    );
    const nodes = flow.nodes.map((node) => ({ ...node, position: spots.get(node.id) ?? node.position }));
    expect(strip({ ...flow, nodes }, 'new')?.height).toBe(EMPTY);
  });
});

describe('a band that is taken away', () => {
  it('leaves its steps to the one above it, or the next where it was the first, where they stand', () => {
    const before = stacked({ a: [0], b: [92], c: [184] });
    const lanes = (content: DraftContent) => content.flow.nodes.map(({ lane }) => lane);
    expect(lanes(removeBand(ROOT, 'b')(before))).toEqual(['a', 'a', 'c']);
    expect(lanes(removeBand(ROOT, 'a')(before))).toEqual(['b', 'b', 'c']);
    expect(ys(removeBand(ROOT, 'b')(before))).toEqual(ys(before));
    const alone = removeBand(ROOT, 'a')(stacked({ a: [0] }));
    expect(alone.flow.nodes[0]).not.toHaveProperty('lane');
  });
});

describe('a band that is moved', () => {
  it('changes places with its neighbour, each with its steps as they stand in it, and back', () => {
    const before = stacked({ a: [0], b: [92, 172], c: [264] });
    const down = moveBand(ROOT, 'a', 'down')(before);
    expect(lanesOf(down)).toEqual(['b', 'a', 'c']);
    expect(drawnBands(down.flow).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    const laneOf = ({ flow }: DraftContent) => flow.nodes.map(({ id, lane }) => [id, lane]);
    expect(laneOf(down)).toEqual(laneOf(before));
    const [a = 0, b1 = 0, b2 = 0, c] = ys(down);
    expect([b2 - b1, c]).toEqual([80, 264]);
    expect(b1).toBeLessThan(92);
    expect(a).toBeGreaterThan(b2 + CARD.height);
    const back = moveBand(ROOT, 'a', 'up')(down);
    expect(lanesOf(back)).toEqual(lanesOf(before));
    for (const [n, y] of ys(back).entries()) expect(Math.abs(y - (ys(before)[n] ?? NaN))).toBeLessThan(8);
    expect(moveBand(ROOT, 'c', 'up')(before)).toEqual(moveBand(ROOT, 'b', 'down')(before));
  });

  it('takes along what stands in it and belongs to none', () => {
    const { flow, ...rest } = stacked({ a: [0], b: [92] });
    const [first] = flow.nodes;
    if (first === undefined) throw new Error('There is no step.');
    const { lane: _, ...note } = { ...first, id: 'note', position: { x: 300, y: 4 } };
    const after = moveBand(ROOT, 'a', 'down')({ ...rest, flow: { ...flow, nodes: [...flow.nodes, note] } });
    const [a = 0, , noted = 0] = ys(after);
    expect([a > 0, noted - a]).toEqual([true, 4]);
  });

  it('changes places with one without steps', () => {
    const after = moveBand(ROOT, 'new', 'up')(addBand(ROOT, NEW, 'a')(stacked({ a: [0], b: [92] })));
    expect(drawnBands(after.flow).map(({ id }) => id)).toEqual(['new', 'a', 'b']);
    expect(ys(after)).toEqual([EMPTY, 92 + EMPTY]);
  });

  it('stays where it is at either end', () => {
    const before = stacked({ a: [0], b: [92] });
    expect(moveBand(ROOT, 'a', 'up')(before)).toBe(before);
    expect(moveBand(ROOT, 'b', 'down')(before)).toBe(before);
  });
});

describe('the border between two bands', () => {
  it('is where it was let go, with all below it as far along', () => {
    const before = stacked({ a: [0], b: [92], c: [184] });
    const after = moveBorder(ROOT, 'a', 80)(before);
    expect(ys(after)).toEqual([0, 172, 264]);
    const further = moveBorder(ROOT, 'a', 41)(after);
    expect(endOf(further.flow, 'a') - endOf(after.flow, 'a')).toBe(40);
  });

  it('goes up as far as there is room, for bands without steps as well', () => {
    const before = stacked({ a: [0], b: [292] });
    expect(roomAbove(before.flow, 'a')).toBe(200);
    expect(ys(moveBorder(ROOT, 'a', -1_000)(before))).toEqual([0, 92]);
    expect(roomAbove(before.flow, 'b')).toBeNull();
    const empty = stacked({ a: [0], none: [], b: [292] });
    expect(ys(moveBorder(ROOT, 'a', -1_000)(empty))).toEqual([0, 92 + EMPTY]);
    expect(roomAbove(empty.flow, 'none')).toBeNull();
  });
});

describe('what is done to bands', () => {
  it('is one act, taken back exactly and done again, and none where nothing comes of it', () => {
    const acts: readonly Command[] = [
      nameBand(ROOT, 'know', 'Find out'),
      addBand(ROOT, NEW, 'know'),
      addBand(ROOT, NEW, null),
      removeBand(ROOT, 'know'),
      removeBand(ROOT, 'hear'),
      moveBand(ROOT, 'know', 'up'),
      moveBand(ROOT, 'know', 'down'),
      moveBorder(ROOT, 'know', 60),
    ];
    for (const act of acts) {
      const desk = deskOf(CARE);
      desk.do('Done', act);
      const after = canonicalJson(desk.state().content);
      expect(desk.state().done).toHaveLength(1);
      desk.undo();
      expect(canonicalJson(desk.state().content)).toBe(canonicalJson(CARE));
      desk.redo();
      expect(canonicalJson(desk.state().content)).toBe(after);
    }
    const desk = deskOf(CARE);
    desk.do('Nothing', nameBand(ROOT, 'know', 'Know'));
    desk.do('Nothing', removeBand(ROOT, 'gone'));
    desk.do('Nothing', moveBorder(ROOT, 'know', 1));
    desk.do('Nothing', moveBorder(ROOT, 'follow-up', 80));
    expect(desk.state().done).toEqual([]);
  });
});
