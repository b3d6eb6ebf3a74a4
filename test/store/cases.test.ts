import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';
import { incident, report } from './progress-report.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

async function newCase(externalId: string, more: Parameters<typeof said>[1] = {}): Promise<string> {
  const [verdict] = await fresh.store.mentions.capture([said(externalId, more)]);
  return caseIdOf(verdict);
}

describe('the list of cases', () => {
  it('finds what changed lately and what changed years ago, in order and each once', async () => {
    const own = await freshStore();
    const now = own.clock.now.getTime();
    const ago = [4 * 365 * 86_400_000, 40 * 86_400_000, 3 * 86_400_000, 5 * 3_600_000, 600_000, 20_000, 0];
    const cases: string[] = [];
    for (const [n, ms] of ago.entries()) {
      own.clock.now = new Date(now - ms);
      const [verdict] = await own.store.mentions.capture([
        said(`long ago ${n}`, { occurredAt: own.clock.now.toISOString() }),
      ]);
      cases.unshift(caseIdOf(verdict));
    }
    for (const sort of ['changed', 'opened'] as const) {
      for (const limit of [1, 2, 3, 20]) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await own.store.cases.list(
            {},
            { limit, sort, ...(cursor !== undefined && { cursor }) },
          );
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen, `${sort}, ${limit} at a time`).toEqual(cases);
      }
    }
    await own.dispose();
  });

  it('pages through every case once, in order, while more come in', async () => {
    const { store, clock } = fresh;
    const opened: string[] = [];
    for (let n = 0; n < 12; n++) {
      // Three at each moment: the id decides between those.
      clock.now = new Date(Date.UTC(2026, 2, 2, 11, 0, Math.floor(n / 3)));
      opened.push(await newCase(`paged ${n}`));
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.cases.list(
        { channel: 'tweet' },
        { limit: 5, ...(cursor !== undefined && { cursor }) },
      );
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
      clock.now = new Date(clock.now.getTime() + 1_000);
      await newCase(`meanwhile ${seen.length}`);
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual([...opened].sort());
    const times = await store.cases.findMany(seen);
    const changedAt = new Map(times.map((item) => [item.id, item.changedAt]));
    const inOrder = seen.map((id) => changedAt.get(id) ?? '');
    expect(inOrder).toEqual([...inOrder].sort().reverse());
  });

  it('refuses a cursor that it did not give', async () => {
    await expect(fresh.store.cases.list({}, { cursor: 'rubbish' })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('is filtered by what is asked, all of it together', async () => {
    const { store } = fresh;
    const one = await newCase('filter one', { brand: 'Filtered', channel: 'forum' });
    const two = await newCase('filter two', { brand: 'Filtered', channel: 'email' });
    await store.cases.assign(one, { team: 'north', person: 'pat', region: 'north' });
    await store.cases.assign(two, { team: 'north', person: null });
    const at = {
      scope: '0',
      flow: 'f',
      node: 'answer',
      since: '2026-03-02T10:00:00Z',
      for: 'task' as const,
      until: null,
    };
    const facts = { 'own error': true, 'broken step': 'order', 'due at': '2026-03-05T00:00:00Z' };
    await store.cases.recordProgress(
      report(one, 1, { status: 'person', positions: [at], facts, revision: 'r1' }),
    );
    await store.cases.recordProgress(
      report(two, 1, { status: 'closed', outcome: 'thanked', facts: { 'due at': '2026-03-04T00:00:00Z' } }),
    );
    const ids = async (filter: Parameters<typeof store.cases.list>[0], sort?: 'due') =>
      (
        await store.cases.list({ brand: 'Filtered', ...filter }, sort === undefined ? {} : { sort })
      ).items.map((item) => item.id);
    expect(await ids({ channel: 'forum' })).toEqual([one]);
    expect(await ids({ status: ['person', 'stuck'] })).toEqual([one]);
    expect(await ids({ team: 'north', status: ['closed'] })).toEqual([two]);
    expect(await ids({ person: 'pat', region: 'north' })).toEqual([one]);
    expect(await ids({ ownError: true, brokenStep: 'order', revision: 'r1', node: 'answer' })).toEqual([one]);
    expect(await ids({ outcome: 'thanked' })).toEqual([two]);
    expect(await ids({ dueBefore: '2026-03-04T12:00:00Z' })).toEqual([two]);
    expect(await ids({}, 'due')).toEqual([two, one]);
    expect(await ids({ outcome: 'unknown' })).toEqual([]);
    const counts = await store.cases.counts();
    expect(counts.byStatus).toMatchObject({ person: 1, closed: 1 });
    expect(counts.byNode).toEqual([{ flow: 'f', node: 'answer', count: 1 }]);
  });
});

describe('linking two cases', () => {
  it('moves the conversations, tells both runs, and sends what comes later to the primary', async () => {
    const { store } = fresh;
    const primary = await newCase('link p', { threadId: 'link p' });
    const follower = await newCase('link f', { threadId: 'link f' });
    expect(await store.cases.link(follower, primary, 'pat')).toEqual({ primaryCaseId: primary });
    expect(await store.conversations.byCase(primary)).toHaveLength(2);
    expect(await store.cases.followersOf(primary)).toEqual([follower]);
    expect((await store.arrivals.after(follower, 1)).arrivals).toMatchObject([
      { seq: 2, kind: 'continued in', ref: primary, facts: { by: 'pat' } },
    ]);
    expect((await store.arrivals.after(primary, 1)).arrivals).toMatchObject([
      { seq: 2, kind: 'message', name: 'case joined', ref: follower },
    ]);
    expect(await newCase('link f2', { threadId: 'link f' })).toBe(primary);
    const message = {
      kind: 'message',
      name: 'CRM called back',
      ref: 'call 1',
      at: '2026-03-02T10:00:00Z',
    } as const;
    const told = await store.arrivals.append(follower, message);
    expect(told).toEqual({ caseId: primary, seq: 4 });
    expect(await store.arrivals.append(follower, message)).toEqual(told);
  });

  it('twice changes nothing; a circle and a second primary are refused', async () => {
    const { store } = fresh;
    const [a, b, c] = [await newCase('chain a'), await newCase('chain b'), await newCase('chain c')];
    await store.cases.link(b, a, 'pat');
    const stands = await store.cases.findMany([a, b]);
    await store.cases.link(b, a, 'pat');
    expect(await store.cases.findMany([a, b])).toEqual(stands);
    await expect(store.cases.link(a, b, 'pat')).rejects.toMatchObject({ code: 'refused' });
    await expect(store.cases.link(a, a, 'pat')).rejects.toMatchObject({ code: 'refused' });
    await expect(store.cases.link(b, c, 'pat')).rejects.toMatchObject({ code: 'refused' });
    // Linking to a follower links to where that one goes on.
    expect(await store.cases.link(c, b, 'pat')).toEqual({ primaryCaseId: a });
    await expect(store.cases.link('nobody', a, 'pat')).rejects.toMatchObject({ code: 'not found' });
  });
});

describe('how far an import has come', () => {
  it('is told in numbers that add up', async () => {
    const { store } = fresh;
    const batch = [
      said('i1', { threadId: 'I1' }),
      said('i2', { threadId: 'I1' }),
      said('i3', { threadId: 'I2' }),
      said('i4', { threadId: 'I3', direction: 'outbound' }),
    ];
    const verdicts = await store.mentions.capture(batch, { importId: 'numbers' });
    const [one, two] = [caseIdOf(verdicts[0]), caseIdOf(verdicts[2])];
    expect(await store.imports.progress('numbers')).toEqual({
      mentions: 4,
      conversations: 3,
      cases: 2,
      settled: 0,
      lost: 3,
      incidents: 0,
    });
    await store.cases.recordProgress(report(one, 1, { status: 'waiting', seenSeq: 1 }));
    await store.cases.recordProgress(
      report(two, 1, { status: 'stuck', seenSeq: 1, incidentsRaised: [incident(two, '1')] }),
    );
    expect(await store.imports.progress('numbers')).toMatchObject({ settled: 1, lost: 1, incidents: 1 });
    await store.cases.recordProgress(report(one, 2, { status: 'waiting', seenSeq: 2 }));
    expect(await store.imports.progress('numbers')).toMatchObject({ settled: 2, lost: 0 });
    expect(await store.imports.progress('unheard of')).toEqual({
      mentions: 0,
      conversations: 0,
      cases: 0,
      settled: 0,
      lost: 0,
      incidents: 0,
    });
  });
});
