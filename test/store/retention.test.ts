import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_SAID } from '../../definitions/model/customer.ts';
import { RETENTION_KINDS, type RetentionKind } from '../../definitions/model/retention.ts';
import type { Store } from '../../engine/store/store.ts';
import { everyDocument } from './every-document.ts';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';
import { report, step } from './progress-report.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

/** Everything of the kinds that were set, as a run takes it away. */
async function takeAllAway(store: Store, id: string) {
  const { id: runId } = await store.retention.begin(id, 'dora');
  for (const kind of RETENTION_KINDS) {
    let place: string | null = null;
    do place = (await store.retention.takeAway(runId, kind, place)).next;
    while (place !== null);
  }
  return store.retention.finish(runId);
}

describe('what is old', () => {
  it('stays for ever, as long as nobody says otherwise', async () => {
    const { store, clock } = fresh;
    const rules = await store.retention.rules();
    expect(rules.map(({ kind }) => kind)).toEqual(RETENTION_KINDS);
    expect(rules.every(({ days, by }) => days === null && by === null)).toBe(true);
    await fill(store, 'one');
    clock.now = new Date('2036-03-02T10:00:00Z');
    expect((await takeAllAway(store, 'nothing')).taken).toEqual({});
    clock.now = new Date('2026-03-02T10:00:00Z');
  });

  it.each([
    ['mention-texts', /text-one/],
    ['raw-arrivals', /beside-one/],
    ['reply-texts', /(reply|note)-one/],
    ['calls-out', /told-one/],
    ['ways-taken', /way-one/],
    ['customer-records', /customer-one/],
  ] as const)('goes as %s alone, and nothing of a case in work', async (kind, marker) => {
    const { store, clock, database } = fresh;
    expect(await everyDocument(database, marker)).not.toEqual([]);
    await only(store, kind);
    clock.now = new Date('2026-03-20T10:00:00Z');
    expect((await takeAllAway(store, `early ${kind}`)).taken).toEqual({});
    clock.now = new Date('2026-04-20T10:00:00Z');
    const run = await takeAllAway(store, `late ${kind}`);
    expect(Object.keys(run.taken)).toEqual([kind]);
    expect(run.taken[kind]).toBeGreaterThan(0);
    expect((await everyDocument(database, marker)).every((text) => text.includes('in-work'))).toBe(true);
    expect((await takeAllAway(store, `again ${kind}`)).taken).toEqual({});
    clock.now = new Date('2026-03-02T10:00:00Z');
  });

  it('has left alone what is still in work', async () => {
    const left = await everyDocument(fresh.database, /in-work/);
    for (const part of ['text', 'beside', 'reply', 'note', 'customer'])
      expect(left.some((text) => text.includes(`${part}-one-in-work`))).toBe(true);
  });

  it('leaves a case whose way is gone to be looked at, as one of which nothing is told', async () => {
    const { store } = fresh;
    const caseIds = (await store.cases.list({ status: ['closed'] })).items.map(({ id }) => id);
    expect(caseIds.length).toBeGreaterThan(0);
    for (const caseId of caseIds) {
      expect(await store.cases.trail(caseId)).toEqual([]);
      expect(await store.cases.told(caseId)).toEqual([]);
    }
  });

  it('goes as noise when it was put aside, and says of each kind how much and when', async () => {
    const { store, clock, database } = fresh;
    const [verdict] = await store.mentions.capture([
      said('n', { text: 'noisy words', url: 'https://noisy.example' }),
    ]);
    await store.cases.recordProgress(
      report(caseIdOf(verdict), 1, { status: 'closed', outcome: 'put aside' }),
    );
    await only(store, 'noise');
    clock.now = new Date('2026-06-02T10:00:00Z');
    await takeAllAway(store, 'noise');
    expect(await everyDocument(database, /noisy/)).toEqual([]);
    const runs = await store.retention.runs();
    expect(runs.find(({ id }) => id === 'noise')).toMatchObject({
      by: 'dora',
      at: '2026-06-02T10:00:00.000Z',
      taken: { noise: 3 },
    });
    expect((await store.retention.rules()).find(({ kind }) => kind === 'noise')).toMatchObject({
      days: 30,
      by: 'dora',
      why: 'A trial.',
    });
  });
});

/** Nothing but this kind is taken away. */
async function only(store: Store, kind: RetentionKind): Promise<void> {
  for (const one of RETENTION_KINDS)
    await store.retention.set(one, { days: one === kind ? 30 : null, by: 'dora', why: 'A trial.' });
}

/** Two cases with everything in them: one that is over, one that is in work. */
async function fill(store: Store, name: string): Promise<void> {
  for (const [mark, status] of [
    [name, 'closed'],
    [`${name}-in-work`, 'open'],
  ] as const) {
    const [verdict] = await store.mentions.capture([
      said(`m ${mark}`, { text: `text-${mark}`, extra: { beside: `beside-${mark}` } }),
    ]);
    const caseId = caseIdOf(verdict);
    const customer = await store.customers.upsert({
      ...NOTHING_SAID,
      crm: 'billing',
      accountNumber: mark,
      name: `customer-${mark}`,
    });
    await store.cases.assign(caseId, { customerId: customer.id });
    const [mention] = await store.mentions.byCase(caseId);
    await store.replies.create({
      key: `r ${mark}`,
      caseId,
      conversationId: mention?.conversationId ?? '',
      channel: 'tweet',
      text: `reply-${mark}`,
      kind: 'answer',
      status: 'sent',
      by: 'pat',
    });
    await store.texts.put({ caseId, kind: 'note', text: `note-${mark}`, by: 'pat' });
    const now = new Date();
    await store.effects.begin(`e ${mark}`, { caseId, activity: 'sendWebhook', leaseMs: 1, now });
    await store.effects.done(`e ${mark}`, { externalId: `told-${mark}`, output: true });
    const trail = [{ ...step(1), detail: { value: `way-${mark}` } }];
    await store.cases.recordProgress(report(caseId, 1, { status, trail, events: `["way-${mark}"]` }), '{}');
  }
}
