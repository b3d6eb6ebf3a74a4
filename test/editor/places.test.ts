import { describe, expect, it } from 'vitest';
import type { PositionView } from '../../definitions/model/views/case.ts';
import type { RetryView } from '../../definitions/model/views/case-detail.ts';
import { placesIn } from '../../editor/cases/places.ts';
import { isOfTime, retriedSteps } from '../../editor/cases/retries.ts';
import { revision } from './fixture/story.ts';

const { flow } = revision;
const settle = revision.called['mention-care-settle'];
if (settle === undefined) throw new Error('The shipped flow does not call the one that sends replies.');
const sends = settle.nodes.find((node) => node.kind === 'serviceTask' && node.activity === 'sendReply');
if (sends === undefined) throw new Error('It does not send any.');

const retry: RetryView = {
  ...{ scope: '1', flow: settle.id, node: sends.id, name: sends.name, visit: 1, item: 0 },
  ...{ activity: 'sendReply', code: 'unreachable', since: '2026-03-12T09:00:00Z' },
};
const position: PositionView = {
  ...{ scope: '1', flow: settle.id, node: sends.id, name: sends.name, lane: null },
  ...{ since: retry.since, for: 'activity', until: null },
};

describe('where a case stands that tries again inside a called flow', () => {
  it('is that step in the called flow, and the one that called it in the other', () => {
    const of = { positions: [position], retries: [retry] };
    expect(placesIn(settle, of, revision)).toEqual([position]);
    expect(placesIn(flow, of, revision)).toMatchObject([{ flow: flow.id, for: 'called flow' }]);
    const [call] = placesIn(flow, of, revision);
    expect(flow.nodes.find(({ id }) => id === call?.node)?.name).toBe('Send the reply');
  });

  it('is what the run told where it told it, and nothing is made up otherwise', () => {
    const [call] = placesIn(flow, { positions: [position], retries: [retry] }, revision);
    if (call === undefined) throw new Error('It stands nowhere.');
    const told = { ...call, scope: '0', since: '2026-03-12T08:00:00Z' };
    expect(placesIn(flow, { positions: [position, told], retries: [retry] }, revision)).toEqual([told]);
    expect(placesIn(flow, { positions: [position], retries: [] }, revision)).toEqual([]);
  });
});

describe('what is tried again', () => {
  it('is told once for each step, since what began first', () => {
    const later = { ...retry, item: 1, since: '2026-03-12T09:05:00Z' };
    expect(retriedSteps({ retries: [later, retry] })).toEqual([retry]);
    expect(retriedSteps({ retries: [later, { ...retry, node: 'other' }] })).toHaveLength(2);
  });

  it('is of a time that has not ended', () => {
    expect(isOfTime(retry, undefined)).toBe(true);
    expect(isOfTime(retry, { came: { visit: 1 }, ended: null })).toBe(true);
    expect(isOfTime(retry, { came: { visit: 1 }, ended: {} })).toBe(false);
    expect(isOfTime({ visit: 2 }, { came: { visit: 1 }, ended: null })).toBe(false);
  });
});
