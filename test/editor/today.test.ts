import { describe, expect, it } from 'vitest';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { filterIn } from '../../editor/cases/case-filter.ts';
import { sinceOf, spanIn } from '../../editor/today/since.ts';
import { goneSteps, marksOf } from '../../editor/today/step-marks.ts';
import { revision } from './fixture/story.ts';
import { today } from './fixture/today.ts';

const { flow } = revision;
const day = today('2026-03-02T00:00:00Z', false);
const node = (id: string): FlowNode => {
  const found = flow.nodes.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};
const marks = (id: string, of = day) =>
  marksOf(node(id), flow, of).map(({ tone, count, to }) => ({
    tone,
    count,
    filter: filterIn(new URLSearchParams(to.split('?')[1])),
  }));

describe('the numbers at a step', () => {
  it('lead to the cases that stand there and go on, and to those that are stuck there', () => {
    const at = { flow: flow.id, node: 'send' };
    expect(marks('send')).toEqual([
      { tone: 'stuck', count: 1, filter: { ...at, status: ['stuck'] } },
      { tone: 'waiting', count: 1, filter: { ...at, status: ['person', 'open', 'waiting'] } },
    ]);
  });

  it('tell at the start what has not begun, and at an end what ended so since', () => {
    expect(marks('arrives')).toEqual([{ tone: 'waiting', count: 3, filter: { begun: false } }]);
    const openedSince = day.since ?? '';
    expect(marks('put-right')).toEqual([
      { tone: 'good', count: 11, filter: { outcome: 'put right', openedSince } },
    ]);
    expect(marks('put-aside', today(null, false))).toEqual([
      { tone: 'ended', count: 17, filter: { outcome: 'put aside' } },
    ]);
  });

  it('are not there where nothing is', () => {
    for (const id of ['look-up', 'what-broke', 'unresolved', 'next-asked']) expect(marks(id)).toEqual([]);
    for (const one of flow.nodes) expect(marksOf(one, flow, today(null, true))).toEqual([]);
  });

  it('of steps that are no longer drawn are told apart', () => {
    expect(goneSteps(flow, day).map(({ count, to }) => [count, to])).toEqual([
      [2, `/cases?flow=${flow.id}&node=no-longer`],
    ]);
  });
});

describe('the time that is told of', () => {
  const now = new Date(2026, 2, 12, 14, 20).getTime();

  it('is today unless the address says otherwise', () => {
    expect(
      ['', 'since=week', 'since=all', 'since=yesterday'].map((text) => spanIn(new URLSearchParams(text))),
    ).toEqual(['today', 'week', 'all', 'today']);
  });

  it('begins at midnight where the reader is', () => {
    expect(sinceOf('today', now)).toBe(new Date(2026, 2, 12).toISOString());
    expect(sinceOf('week', now)).toBe(new Date(2026, 2, 6).toISOString());
    expect(sinceOf('all', now)).toBeUndefined();
    expect(sinceOf('today', new Date(2026, 2, 12).getTime())).toBe(new Date(2026, 2, 12).toISOString());
  });
});
