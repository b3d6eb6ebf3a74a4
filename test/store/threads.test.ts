import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threadsOf } from '../../engine/store/capture/threads.ts';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';

const checked = (mentions: readonly ReturnType<typeof said>[]) =>
  mentions.map((mention, index) => ({ index, mention, occurredAt: new Date(mention.occurredAt) }));

describe('threads of a batch', () => {
  it('are the same whatever the order of the mentions', () => {
    const replies = fc.array(fc.record({ id: fc.nat(12), to: fc.option(fc.nat(15), { nil: undefined }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(replies, fc.infiniteStream(fc.nat()), (raw, keys) => {
        const distinct = [...new Map(raw.map((each) => [each.id, each])).values()];
        const batch = checked(
          distinct.map(({ id, to }) => said(`${id}`, to === undefined ? {} : { inReplyTo: `${to}` })),
        );
        const shuffled = batch
          .map((item) => ({ item, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key);
        const thread = new Map(
          threadsOf(batch, () => undefined).map((name, n) => [batch[n]?.mention.externalId, name]),
        );
        const other = threadsOf(
          shuffled.map(({ item }) => item),
          () => undefined,
        );
        expect(other).toEqual(shuffled.map(({ item }) => thread.get(item.mention.externalId)));
        // Whoever answers somebody of the batch stands in the same thread.
        for (const { id, to } of distinct) {
          if (to !== undefined && to !== id && thread.has(`${to}`))
            expect(thread.get(`${id}`)).toBe(thread.get(`${to}`));
        }
      }),
    );
  });

  it('take ten thousand answers to answers without running out of stack', () => {
    const chain = checked(Array.from({ length: 10_000 }, (_, n) => said(`${n}`, { inReplyTo: `${n + 1}` })));
    expect(new Set(threadsOf(chain, () => undefined))).toEqual(new Set(['root 10000']));
  });
});

describe('mentions that come out of order', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.dispose());

  it('join the conversation of a parent that is known', async () => {
    const { store } = fresh;
    const [parent] = await store.mentions.capture([said('p1', { threadId: 'P' })]);
    const [child] = await store.mentions.capture([said('p2', { inReplyTo: 'p1' })]);
    expect(caseIdOf(child)).toBe(caseIdOf(parent));
    expect(await store.conversations.byCase(caseIdOf(parent))).toHaveLength(1);
  });

  it('share a case when the parent comes after its answers', async () => {
    const { store } = fresh;
    const [one] = await store.mentions.capture([said('q2', { inReplyTo: 'q1' })]);
    const [two] = await store.mentions.capture([said('q3', { inReplyTo: 'q1' })]);
    const [parent] = await store.mentions.capture([said('q1')]);
    expect(new Set([one, two, parent].map(caseIdOf)).size).toBe(1);
  });

  it('bring a case into that of a late parent that has one of its own', async () => {
    const { store } = fresh;
    const [thread] = await store.mentions.capture([said('r1', { threadId: 'R' })]);
    const [orphan] = await store.mentions.capture([said('r3', { inReplyTo: 'r2' })]);
    expect(caseIdOf(orphan)).not.toBe(caseIdOf(thread));
    const [parent] = await store.mentions.capture([said('r2', { threadId: 'R' })]);
    expect(caseIdOf(parent)).toBe(caseIdOf(thread));
    expect((await store.cases.find(caseIdOf(orphan)))?.primaryCaseId).toBe(caseIdOf(thread));
    const { arrivals } = await store.arrivals.after(caseIdOf(thread), 2);
    expect(arrivals).toMatchObject([{ kind: 'message', name: 'case joined', ref: caseIdOf(orphan) }]);
    expect(await store.mentions.byCase(caseIdOf(thread))).toHaveLength(3);
  });

  it('give the answer that the company gave to a question that came later', async () => {
    const { store } = fresh;
    const early = said('s2', { direction: 'outbound', inReplyTo: 's1', occurredAt: '2026-03-02T09:59:00Z' });
    const [answer] = await store.mentions.capture([early]);
    expect(answer).toMatchObject({ status: 'captured', caseId: null });
    const [question] = await store.mentions.capture([
      said('s1', { threadId: 'S', occurredAt: '2026-03-02T09:50:00Z' }),
    ]);
    const { arrivals } = await store.arrivals.after(caseIdOf(question), 0);
    expect(arrivals.map((arrival) => arrival.kind)).toEqual(['mention', 'answered elsewhere']);
  });
});
