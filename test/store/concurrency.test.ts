import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const times = <T>(n: number, act: (turn: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, turn) => act(turn)));

describe('captures at the same time', { timeout: 120_000 }, () => {
  it('store the same mention once', async () => {
    const { store } = fresh;
    const verdicts = (await times(8, () => store.mentions.capture([said('once')]))).flat();
    expect(verdicts.filter((verdict) => verdict.status === 'captured')).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict.status === 'duplicate')).toHaveLength(7);
    expect((await store.mentions.byCase(caseIdOf(verdicts[0]))).length).toBe(1);
  });

  it('number twenty mentions of one new case from 1 to 20 without a gap', async () => {
    const { store } = fresh;
    const verdicts = (
      await times(20, (n) => store.mentions.capture([said(`n${n}`, { threadId: 'N' })]))
    ).flat();
    const caseId = caseIdOf(verdicts[0]);
    expect(new Set(verdicts.map(caseIdOf))).toEqual(new Set([caseId]));
    const { arrivals } = await store.arrivals.after(caseId, 0);
    expect(arrivals.map((arrival) => arrival.seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect((await store.cases.find(caseId))?.lastSeq).toBe(20);
  });

  it('lose nothing to a case that is linked meanwhile', async () => {
    const { store } = fresh;
    const [primary] = await store.mentions.capture([said('l0', { threadId: 'L primary' })]);
    const [follower] = await store.mentions.capture([said('l1', { threadId: 'L follower' })]);
    const primaryId = caseIdOf(primary);
    const captures = times(10, (n) =>
      store.mentions.capture([said(`l more ${n}`, { threadId: 'L follower' })]),
    );
    await Promise.all([captures, store.cases.link(caseIdOf(follower), primaryId, 'tester')]);
    // All stand with the primary now; what came before the link arrived at the follower, all else at the primary.
    expect(await store.mentions.byCase(primaryId)).toHaveLength(12);
    const [mine, theirs] = await Promise.all([
      store.arrivals.after(primaryId, 0),
      store.arrivals.after(caseIdOf(follower), 0),
    ]);
    const mentions = [...mine.arrivals, ...theirs.arrivals].filter((arrival) => arrival.kind === 'mention');
    expect(new Set(mentions.map((arrival) => arrival.ref)).size).toBe(12);
    expect(theirs.arrivals.at(-1)?.kind).toBe('continued in');
    for (const { arrivals } of [mine, theirs])
      expect(arrivals.map(({ seq }) => seq)).toEqual(arrivals.map((_, n) => n + 1));
  });

  it('do not lose a delivery that is marked while more arrives', async () => {
    const { store } = fresh;
    const [first] = await store.mentions.capture([said('m first', { threadId: 'M' })]);
    const caseId = caseIdOf(first);
    await times(10, async (n) => {
      await store.mentions.capture([said(`m${n}`, { threadId: 'M' })]);
      await store.cases.markDelivered(caseId, (await store.cases.find(caseId))?.lastSeq ?? 0);
      await store.mentions.capture([said(`m later ${n}`, { threadId: 'M' })]);
    });
    const stands = await store.cases.find(caseId);
    expect(stands?.lastSeq).toBe(21);
    const isUndelivered = (await store.cases.undelivered(100)).some((each) => each.caseId === caseId);
    expect(isUndelivered).toBe(stands?.deliveredSeq !== 21);
    await store.cases.markDelivered(caseId, 21);
    expect(await store.cases.undelivered(100)).not.toContainEqual({ caseId, seq: 21 });
  });
});
