import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { CaptureAnswerSchema } from '../../engine/api/mention.schema.ts';
import { TodaySchema } from '../../engine/api/today.schema.ts';
import { smallRevision } from '../store/small-revision.ts';
import { report } from '../store/progress-report.ts';
import { serve, type Client, type Served } from './served.ts';

let api: Served;
let bob: Client;
beforeAll(async () => {
  api = await serve();
  bob = api.as('bob');
});
afterAll(() => api.close());

const HOUR_MS = 60 * 60_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
let said = 0;

/** A case by a mention of its own, said a moment ago or then. */
async function hear(occurredAt = ago(1_000), more: object = {}): Promise<string> {
  said += 1;
  const mention = {
    channel: 'forum',
    externalId: `m${said}`,
    threadId: `thread ${said}`,
    direction: 'inbound',
    author: { externalId: 'u' },
    text: 'Nobody came.',
    occurredAt,
    ...more,
  };
  const { body } = await bob.send('POST', '/api/mentions', mention);
  const [verdict] = CaptureAnswerSchema.parse(body).verdicts;
  if (verdict?.status !== 'captured' || verdict.caseId === null) throw new Error(JSON.stringify(body));
  return verdict.caseId;
}
const at = (flow: string, node: string, waits: 'task' | 'stuck' | 'called flow') => ({
  scope: '0',
  flow,
  node,
  since: ago(0),
  for: waits,
  until: null,
});
const today = async (query = '') => {
  const answer = await bob.get(`/api/today${query}`);
  expect(answer.status).toBe(200);
  return TodaySchema.parse(answer.body);
};
/** Until what was read for who asked before is read anew. */
const untilHeard = (heard: number) =>
  vi.waitFor(async () => expect((await today()).funnel.heard).toBe(heard), { timeout: 10_000, interval: 50 });
const Listed = z.object({ items: z.array(z.unknown()), next: z.null() });
const listed = async (query: string): Promise<number> =>
  Listed.parse((await bob.get(`/api/cases?limit=200&${query}`)).body).items.length;

describe('today', () => {
  it('is empty at first, and says that no drawing is live', async () => {
    expect(await today()).toEqual({
      since: null,
      flow: null,
      funnel: { heard: 0, cases: 0, noise: 0, needAnswer: 0, answered: 0, conversation: 0, putRight: 0 },
      broken: [],
      steps: [],
      begin: 0,
      ends: [],
    });
  });

  it('tells how it went from hearing to putting right, each number that of the list it opens', async () => {
    const { store } = api;
    const revision = smallRevision();
    const { hash } = await store.revisions.put(
      { ...revision, flow: { ...revision.flow, id: 'mention-care', name: 'Mention care' } },
      { author: 'anna', why: '' },
    );
    await store.releases.release('mention-care', hash, 'anna', '');
    const [noise, praise, order, pickup, over, stuck] = [
      await hear(),
      await hear(),
      await hear(),
      await hear(),
      await hear(),
      await hear(),
    ];
    // This one's run has not begun.
    await hear();
    await hear(ago(500), { threadId: 'thread 3' });
    const close = (caseId: string, outcome: string, facts: object) =>
      store.cases.recordProgress(report(caseId, 1, { status: 'closed', outcome, facts: { ...facts } }));
    await close(noise, 'put aside', { worth: 'noise' });
    await close(praise, 'thanked', { worth: 'praise' });
    await close(over, 'put right', { worth: 'answer', 'broken step': 'technician pickup' });
    await store.cases.recordProgress(
      report(order, 1, {
        status: 'person',
        positions: [at('mention-care', 'answer', 'task')],
        facts: { worth: 'answer', 'broken step': 'order' },
      }),
    );
    await store.cases.recordProgress(
      report(pickup, 1, {
        status: 'person',
        positions: [
          at('mention-care', 'send', 'called flow'),
          at('mention-care-settle', 'lead-approves', 'task'),
        ],
        facts: { worth: 'answer', 'broken step': 'technician pickup' },
      }),
    );
    await store.cases.recordProgress(
      report(stuck, 1, {
        status: 'stuck',
        positions: [
          at('mention-care', 'send', 'called flow'),
          at('mention-care-settle', 'send-reply', 'stuck'),
        ],
        facts: { worth: 'answer', 'broken step': 'none' },
      }),
    );
    const conversation = {
      conversationId: 'c',
      channel: 'forum',
      text: 'Sorry',
      kind: 'answer',
      by: null,
    } as const;
    for (const caseId of [over, order])
      await store.replies.create({ ...conversation, key: caseId, caseId, status: 'sent', at: ago(0) });
    await hear(ago(-1_000), { threadId: 'thread 3' });
    await untilHeard(9);

    const told = await today(`?since=${ago(HOUR_MS)}`);
    const floor = new Date(Math.floor((Date.now() - HOUR_MS) / (HOUR_MS / 2)) * (HOUR_MS / 2)).toISOString();
    expect(told).toEqual({
      since: floor,
      flow: { id: 'mention-care', name: 'Mention care', hash, number: 1 },
      funnel: { heard: 9, cases: 7, noise: 1, needAnswer: 4, answered: 2, conversation: 1, putRight: 1 },
      broken: [
        { step: 'technician pickup', cases: 2, share: 2 / 3 },
        { step: 'order', cases: 1, share: 1 / 3 },
      ],
      steps: expect.arrayContaining([
        { node: 'answer', waiting: 1, stuck: 0 },
        { node: 'send', waiting: 1, stuck: 1 },
      ]),
      begin: 1,
      ends: [
        { outcome: 'put aside', cases: 1 },
        { outcome: 'put right', cases: 1 },
        { outcome: 'thanked', cases: 1 },
      ],
    });
    const since = `openedSince=${floor}`;
    expect(await listed(since)).toBe(7);
    expect(await listed(`worth=noise&${since}`)).toBe(1);
    expect(await listed(`worth=answer&${since}`)).toBe(4);
    expect(await listed(`worth=answer&answered=true&${since}`)).toBe(2);
    expect(await listed(`worth=answer&answered=true&wroteAgain=true&${since}`)).toBe(1);
    expect(await listed(`worth=answer&outcome=put+right&${since}`)).toBe(1);
    expect(await listed(`worth=answer&brokenStep=technician+pickup&${since}`)).toBe(2);
    expect(await listed('flow=mention-care&node=send&status=stuck')).toBe(1);
    expect(await listed('flow=mention-care&node=send&status=open&status=waiting&status=person')).toBe(1);
    expect(await listed('begun=false')).toBe(1);
  });

  it('counts everything when nothing was heard since, and says so; history counts when it was said', async () => {
    await hear(ago(400 * 24 * HOUR_MS));
    await untilHeard(10);
    const all = await today();
    expect(all).toMatchObject({ since: null, funnel: { heard: 10, cases: 8 } });
    expect(await today(`?since=${ago(-HOUR_MS)}`)).toEqual(all);
    expect(await today(`?since=${ago(30 * 24 * HOUR_MS)}`)).toEqual(all);
    expect(await today(`?since=${ago(7 * 24 * HOUR_MS)}`)).toMatchObject({ funnel: { heard: 9, cases: 7 } });
  });

  it('is one reading for all who ask at the same time, and a new one for who asks after a change', async () => {
    const [one, two] = await Promise.all([today(), api.as('sue').get('/api/today')]);
    expect(two.body).toEqual(one);
    await hear();
    await untilHeard(one.funnel.heard + 1);
  });

  it('refuses a time that is none', async () => {
    expect((await bob.get('/api/today?since=yesterday')).body).toMatchObject({ code: 'invalid' });
    expect((await api.as(null).get('/api/today')).status).toBe(401);
  });
});
