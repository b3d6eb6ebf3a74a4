import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { CaseFilter } from '../../engine/store/cases.ts';
import type { Store } from '../../engine/store/store.ts';
import type { TallySheet } from '../../engine/store/tallies.ts';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';
import { report } from './progress-report.ts';

const opened: Fresh[] = [];
afterAll(() => Promise.all(opened.map((fresh) => fresh.dispose())));

/** A store on a data set of its own, taken away in the end. */
async function another(): Promise<Fresh> {
  const fresh = await freshStore();
  opened.push(fresh);
  return fresh;
}

const DAY_MS = 24 * 60 * 60_000;
let named = 0;
async function newCase(store: Store, more: Parameters<typeof said>[1] = {}): Promise<string> {
  named += 1;
  const [verdict] = await store.mentions.capture([said(`t${named}`, { threadId: `t${named}`, ...more })]);
  return caseIdOf(verdict);
}
const position = (flow: string, node: string) => ({
  scope: '0',
  flow,
  node,
  since: '2026-03-02T10:00:00Z',
  for: 'task' as const,
  until: null,
});

type CountedCase = TallySheet['spans'][number]['cases'][number];
const casesOf = ({ spans }: TallySheet): readonly CountedCase[] => spans.flatMap(({ cases }) => cases);
function count(sheet: TallySheet, fits: (one: CountedCase) => boolean): number {
  return casesOf(sheet)
    .filter(fits)
    .reduce((sum, one) => sum + one.count, 0);
}
const heard = ({ spans }: TallySheet): number => spans.reduce((sum, span) => sum + span.heard, 0);

/** How many cases the list has; what is counted must be what the list shows. */
async function listed(store: Store, filter: CaseFilter): Promise<number> {
  let found = 0;
  let cursor: string | undefined;
  do {
    const page = await store.cases.list(filter, { limit: 500, ...(cursor !== undefined && { cursor }) });
    found += page.items.length;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Every number of the sheet against the list that it opens. */
async function expectTrue(store: Store): Promise<void> {
  const sheet = await store.tallies.read();
  for (const worth of ['noise', 'praise', 'answer'] as const)
    expect(
      count(sheet, (one) => one.worth === worth),
      worth,
    ).toBe(await listed(store, { worth }));
  const worth = 'answer';
  expect(count(sheet, (one) => one.worth === worth && one.answered)).toBe(
    await listed(store, { worth, answered: true }),
  );
  expect(count(sheet, (one) => one.worth === worth && one.wroteAgain)).toBe(
    await listed(store, { worth, wroteAgain: true }),
  );
  for (const outcome of ['put right', 'put aside'])
    expect(
      count(sheet, (one) => one.outcome === outcome),
      outcome,
    ).toBe(await listed(store, { outcome }));
  expect(count(sheet, (one) => one.brokenStep === 'order')).toBe(
    await listed(store, { brokenStep: 'order' }),
  );
  expect(count(sheet, () => true)).toBe(await listed(store, {}));
  for (const status of ['open', 'person', 'stuck', 'closed'] as const) {
    const stood = sheet.standing.filter((one) => one.status === status);
    expect(
      stood.reduce((sum, one) => sum + one.count, 0),
      status,
    ).toBe(await listed(store, { status: [status] }));
  }
  for (const flow of ['f', 'g']) {
    const at = sheet.standing.filter(({ steps }) =>
      steps.some((step) => step.flow === flow && step.node === 'n'),
    );
    expect(
      at.reduce((sum, one) => sum + one.count, 0),
      flow,
    ).toBe(await listed(store, { flow, node: 'n' }));
  }
}

const sent = (caseId: string, key: string, at: string) => ({
  key,
  caseId,
  conversationId: 'c',
  channel: 'tweet',
  text: 'Sorry',
  kind: 'answer' as const,
  status: 'sent' as const,
  by: null,
  at,
});

describe('what is counted', () => {
  it(
    'is what the lists show, whatever happens to the cases in whatever order',
    { timeout: 180_000 },
    async () => {
      const { store } = await another();
      const step = fc.record({
        what: fc.constantFrom('progress', 'progress', 'answer', 'again', 'elsewhere', 'link', 'fold'),
        which: fc.nat(2),
        other: fc.nat(2),
        status: fc.constantFrom('open', 'person', 'stuck', 'closed'),
        worth: fc.constantFrom(null, 'noise', 'praise', 'answer', 'answer', 'answer'),
        outcome: fc.constantFrom('put right', 'put aside'),
        broken: fc.constantFrom('order', 'none'),
        flow: fc.constantFrom('f', 'g'),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async (steps) => {
          const ids: string[] = [];
          for (let n = 0; n < 3; n++) ids.push(await newCase(store));
          for (const [n, act] of steps.entries()) {
            const caseId = ids[act.which] ?? '';
            const thread = (await store.conversations.byCase(caseId))[0]?.threadId;
            const at = `2026-03-02T10:0${1 + (n % 4)}:00Z`;
            const version = ((await store.arrivals.after(caseId, 0)).case.progressVersion ?? 0) + 1;
            if (act.what === 'progress')
              await store.cases.recordProgress(
                report(caseId, version, {
                  status: act.status,
                  outcome: act.status === 'closed' ? act.outcome : null,
                  positions: act.status === 'closed' ? [] : [position(act.flow, 'n')],
                  facts: { worth: act.worth, 'broken step': act.broken },
                }),
              );
            else if (act.what === 'answer') await store.replies.create(sent(caseId, `k${named} ${n}`, at));
            else if (act.what === 'link')
              await store.cases.link(caseId, ids[act.other] ?? '', 'pat').catch(() => undefined);
            else if (act.what === 'fold') await store.tallies.fold();
            else if (thread !== undefined && thread !== null)
              await newCase(store, {
                threadId: thread,
                direction: act.what === 'again' ? 'inbound' : 'outbound',
                occurredAt: at,
              });
          }
          await expectTrue(store);
        }),
        { numRuns: 12 },
      );
      const before = await store.tallies.read();
      while ((await store.tallies.fold()) > 0);
      const after = await store.tallies.read();
      expect(count(after, () => true)).toBe(count(before, () => true));
      await expectTrue(store);
    },
  );

  it('counts an answer once it is sent, and what the customer wrote after it', async () => {
    const { store } = await another();
    const caseId = await newCase(store);
    await store.cases.recordProgress(report(caseId, 1, { facts: { worth: 'answer' } }));
    const draft = await store.replies.create({
      ...sent(caseId, 'draft', '2026-03-02T10:01:00Z'),
      status: 'draft',
    });
    const answers = async () => [
      await listed(store, { answered: true }),
      await listed(store, { wroteAgain: true }),
    ];
    expect(await answers()).toEqual([0, 0]);
    await store.replies.mark(draft.id, 'sent');
    expect(await answers()).toEqual([1, 0]);
    await store.replies.create({
      ...sent(caseId, 'question', '2026-03-02T10:01:30Z'),
      kind: 'satisfaction question',
    });
    await newCase(store, { threadId: `t${named}`, occurredAt: '2026-03-02T10:00:30Z' });
    expect(await answers()).toEqual([1, 0]);
    await newCase(store, { threadId: `t${named - 1}`, occurredAt: '2026-03-02T10:02:00Z' });
    expect(await answers()).toEqual([1, 1]);
    const sheet = await store.tallies.read();
    expect(heard(sheet)).toBe(3);
    expect(count(sheet, () => true)).toBe(1);
    await expectTrue(store);
  });

  it('takes what the company said elsewhere for an answer, also out of order, but not what it said first', async () => {
    const { store } = await another();
    const out = { threadId: 'T', direction: 'outbound' } as const;
    await store.mentions.capture([said('a', { ...out, occurredAt: '2026-03-02T09:00:00Z' })]);
    await store.mentions.capture([said('b', { threadId: 'T', occurredAt: '2026-03-02T09:10:00Z' })]);
    expect(await listed(store, { answered: true })).toBe(0);
    await store.mentions.capture([said('d', { threadId: 'T', occurredAt: '2026-03-02T09:30:00Z' })]);
    await store.mentions.capture([said('c', { ...out, occurredAt: '2026-03-02T09:20:00Z' })]);
    expect(await listed(store, { answered: true, wroteAgain: true })).toBe(1);
  });

  it('counts nothing twice when two fold at once', async () => {
    const { store } = await another();
    for (let n = 0; n < 30; n++) await newCase(store);
    const folded = await Promise.all([store.tallies.fold(), store.tallies.fold(), store.tallies.fold()]);
    expect(folded.reduce((sum, n) => sum + n, 0)).toBe(30);
    const sheet = await store.tallies.read();
    expect([count(sheet, () => true), heard(sheet)]).toEqual([30, 30]);
  });

  it('keeps half hours apart for nine days, and after that only the sum', async () => {
    const { store, clock } = await another();
    const begun = clock.now.getTime();
    await newCase(store, { occurredAt: '2026-03-02T09:59:00Z' });
    await store.mentions.capture([said('old', { occurredAt: '2025-03-02T09:59:00Z' })]);
    await store.tallies.fold();
    const spans = async () =>
      (await store.tallies.read()).spans
        .filter(({ cases }) => cases.length > 0)
        .map(({ from, heard: mentions }) => [from, mentions])
        .sort();
    // It was received at ten; what is older than a day counts from when it was said.
    expect(await spans()).toEqual([
      [null, 1],
      ['2026-03-02T10:00:00.000Z', 1],
    ]);
    clock.now = new Date(begun + 8 * DAY_MS);
    await store.tallies.fold();
    expect(await spans()).toHaveLength(2);
    clock.now = new Date(begun + 10 * DAY_MS);
    await store.tallies.fold();
    expect(await spans()).toEqual([[null, 2]]);
  });
});
