import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import { flowIn } from '../../definitions/flow/drawn.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { beginCalled } from '../../editor/designer/commands/begin-called.ts';
import { inFlow } from '../../editor/designer/commands/in-flow.ts';
import { insideOf } from '../../editor/designer/trail/inside-of.ts';
import {
  stepLeft,
  trailIn,
  trailInto,
  VIA,
  writtenTrail,
  type Trail,
} from '../../editor/designer/trail/trail.ts';
import { edges, end, flow, node, revision, start } from '../interpreter/drawing.ts';
import { published } from '../library/published.ts';

const call = (id: string, called: string) =>
  node('callActivity', id, { flow: called, input: {}, output: {} });
const draftOf = (root: Flow, ...called: readonly Flow[]): DraftContent =>
  contentOf(revision(root, { called: Object.fromEntries(called.map((one) => [one.id, one])) }));

/** `a` calls `b` twice and `b` calls `c`, which calls `a` again. */
const RING = draftOf(
  flow('a', {}, [start(), call('x', 'b'), call('y', 'b'), end()], edges('start > x > y > end')),
  flow('b', {}, [start(), call('z', 'c'), end()], edges('start > z > end')),
  flow('c', {}, [start(), call('w', 'a'), end()], edges('start > w > end')),
);
const search = (trail: Trail): URLSearchParams =>
  new URLSearchParams(writtenTrail(trail).map((crumb) => [VIA, crumb]));
const byX = { flow: 'a', step: 'x' };
const byY = { flow: 'a', step: 'y' };
const byZ = { flow: 'b', step: 'z' };
const byW = { flow: 'c', step: 'w' };

describe('the way by which one came to a flow', () => {
  it('is told by the address, with the step that was taken where several call the same flow', () => {
    expect(trailIn(RING, 'c', search([byY, byZ]))).toEqual([byY, byZ]);
    expect(trailIn(RING, 'c', search([byX, byZ]))).toEqual([byX, byZ]);
    expect(trailIn(RING, 'c', new URLSearchParams())).toEqual([]);
  });

  it('is told whatever signs ids are made of', () => {
    const odd = draftOf(
      flow('a/b %', {}, [start(), call('x/&y', 'ü>'), end()], edges('start > x/&y > end')),
      flow('ü>', {}, [start(), end()], edges('start > end')),
    );
    const trail = [{ flow: 'a/b %', step: 'x/&y' }];
    const address = new URLSearchParams(search(trail).toString());
    expect(trailIn(odd, 'ü>', address)).toEqual(trail);
  });

  it('leaves out what does not lead there any more, and what nobody wrote', () => {
    const changed = inFlow('a', (one) => ({ ...one, nodes: one.nodes.filter(({ id }) => id !== 'y') }))(RING);
    expect(trailIn(changed, 'c', search([byY, byZ]))).toEqual([byZ]);
    expect(trailIn(RING, 'b', search([byX, byZ]))).toEqual([]);
    const written = ['%E0%A4%A', 'a', 'a/x/y', 'nobody/x', ''].map((crumb) => [VIA, crumb]);
    expect(trailIn(RING, 'b', new URLSearchParams(written))).toEqual([]);
  });

  it('ends where flows call each other in a ring: going on leads back', () => {
    const ways = [byX, byZ, byW, byX, byZ, byW, byY];
    const targets = ['b', 'c', 'a', 'b', 'c', 'a', 'b'];
    const lengths: number[] = [];
    let trail: Trail = [];
    for (const [i, from] of ways.entries()) {
      trail = trailInto(trail, from, targets[i] ?? '');
      lengths.push(trail.length);
    }
    expect(lengths).toEqual([1, 2, 0, 1, 2, 0, 1]);
    expect(trail).toEqual([byY]);
    expect(trailIn(RING, 'b', search([byZ, byW, byX]))).toEqual([byW, byX]);
    const self = { flow: 'a', step: 'x' };
    expect(trailInto([], self, 'a')).toEqual([]);
  });

  it('tells by which step one had left the flow that one is back at', () => {
    expect(stepLeft([byY, byZ], { flow: 'b', trail: [byY] })).toBe('z');
    expect(stepLeft([byY, byZ], { flow: 'a', trail: [] })).toBe('y');
    expect(stepLeft([byY], { flow: 'c', trail: [byY, byZ] })).toBeUndefined();
    expect(stepLeft([byY], { flow: 'c', trail: [] })).toBeUndefined();
  });
});

const shipped = published().revision;
const care = contentOf(shipped);
const { activities } = shipped;

describe('what lies behind a step', () => {
  it('is the flow it calls or the table it decides by, of one chosen step', () => {
    expect(insideOf(care.flow, { nodes: ['who-is-it'] })).toMatchObject({ flow: 'mention-care-who-is-it' });
    expect(insideOf(care.flow, { nodes: ['our-error'] })).toMatchObject({ table: 'own-error' });
    for (const nodes of [[], ['arrives'], ['nobody'], ['who-is-it', 'our-error']])
      expect(insideOf(care.flow, { nodes })).toBeUndefined();
  });
});

describe('a flow that is begun for a step whose flow is not there', () => {
  const without = (id: string): DraftContent => {
    const { [id]: _gone, ...called } = care.called;
    return { ...care, called };
  };
  it('is the one that the step calls, is called like it, and can be run', () => {
    const lost = without('mention-care-praise');
    const begun = beginCalled(care.flow.id, 'thank-them')(lost);
    expect(flowIn(begun, 'mention-care-praise')).toMatchObject({ name: 'Thank them' });
    expect(begun.flow).toEqual(lost.flow);
    const issues = checkDraft(begun, activities).filter(({ severity }) => severity === 'error');
    expect(issues).toEqual([]);
    expect(checkDraft(lost, activities).map(({ code }) => code)).toContain('unknown flow');
  });

  it('has an id and a name of its own where the step named none, and is not begun where one is there', () => {
    const unnamed = inFlow(care.flow.id, (one) => ({
      ...one,
      nodes: one.nodes.map((step) =>
        step.id === 'thank-them' && step.kind === 'callActivity'
          ? { ...step, flow: '', name: 'Ask: put right?' }
          : step,
      ),
    }))(care);
    const begun = beginCalled(care.flow.id, 'thank-them')(unnamed);
    const thanks = begun.flow.nodes.find(({ id }) => id === 'thank-them');
    if (thanks?.kind !== 'callActivity') throw new Error('It calls nothing.');
    expect(Object.keys(care.called)).not.toContain(thanks.flow);
    expect(flowIn(begun, thanks.flow)?.name).toBe('Ask: put right? 2');
    expect(beginCalled(care.flow.id, 'thank-them')(begun)).toBe(begun);
  });
});
