import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../engine/store/store.ts';
import { caseIdOf, freshStore, mongoUri, said, type Fresh } from './fresh-store.ts';
import { incident, report } from './progress-report.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const actor = { person: 'lea', teams: ['north'], roles: ['lead'] };
const cause = (code: string) => ({ kind: 'activity failed', code, flow: 'small', node: 'ask' });
const retry = (code: string) => ({
  cause: cause(code),
  resolution: { way: 'retry' } as const,
  why: 'it is mended',
  actor,
});

async function stuckBy(code: string, count: number): Promise<readonly string[]> {
  const { mentions, cases } = fresh.store;
  const verdicts = await mentions.capture(Array.from({ length: count }, (_, n) => said(`${code} ${n}`)));
  const caseIds = verdicts.map(caseIdOf);
  for (const caseId of caseIds)
    await cases.recordProgress(report(caseId, 1, { incidentsRaised: [incident(caseId, '1', code)] }));
  return caseIds.map((caseId) => `${caseId}.1`);
}

describe('an act on a group', () => {
  it('holds those that are stuck when it begins, and counts what becomes of them', async () => {
    const { groupActs, incidents } = fresh.store;
    const ids = await stuckBy('slow', 5);
    const act = await groupActs.begin(retry('slow'));
    await stuckBy('slow later', 1);
    const [late = ''] = await stuckBy('slow', 1);
    expect(act).toMatchObject({ status: 'working', total: 5, done: 0, refused: 0 });
    const id = act?.id ?? '';
    expect((await groupActs.left(id, 100)).map((one) => one.id).sort()).toEqual([...ids].sort());

    const [first = '', second = ''] = ids;
    await groupActs.settle(id, first, null);
    await groupActs.settle(id, second, 'The step has no such way out.');
    expect(await groupActs.find(id)).toMatchObject({ done: 1, refused: 1, total: 5 });
    expect(await incidents.find(second)).toMatchObject({
      act: null,
      refusal: 'The step has no such way out.',
    });
    expect(await incidents.find(late)).toMatchObject({ act: null, refusal: null });
  });

  it('is worked off by one at a time, and taken up by another when that one is gone', async () => {
    const { groupActs } = fresh.store;
    await stuckBy('taken up', 2);
    const act = await groupActs.begin(retry('taken up'));
    const both = await Promise.all([groupActs.claim('a', 60_000), groupActs.claim('b', 60_000)]);
    const mine = both.filter((one) => one?.id === act?.id);
    expect(mine).toHaveLength(1);
    const [winner, loser] = both[0]?.id === act?.id ? ['a', 'b'] : ['b', 'a'];
    const id = act?.id ?? '';
    expect(await groupActs.hold(id, loser, 60_000)).toBeNull();
    expect(await groupActs.hold(id, winner, 60_000, 'runs down')).toMatchObject({ held: 'runs down' });

    fresh.clock.now = new Date(fresh.clock.now.getTime() + 120_000);
    const again = [await groupActs.claim('c', 60_000), await groupActs.claim('c', 60_000)];
    expect(again.some((one) => one?.id === id)).toBe(true);
    expect(await groupActs.hold(id, winner, 60_000)).toBeNull();
  });

  it('is taken up at once where a story is told whose day is later than the machine’s', async () => {
    const now = (): Date => fresh.clock.now;
    const storyNow = (): Date => new Date(now().getTime() + 12 * 3_600_000);
    const told = await openStore({ uri: mongoUri(), database: fresh.database, now, storyNow });
    try {
      await stuckBy('told', 2);
      const act = await told.groupActs.begin(retry('told'));
      const claimed: (string | undefined)[] = [];
      for (let next = await told.groupActs.claim('s', 60_000); next !== null;) {
        claimed.push(next.id);
        next = await told.groupActs.claim('s', 60_000);
      }
      expect(claimed).toContain(act?.id);
    } finally {
      await told.close();
    }
  });

  it('that is stopped leaves the rest as they were, free for the next', async () => {
    const { groupActs, incidents } = fresh.store;
    const ids = await stuckBy('stopped', 3);
    const first = await groupActs.begin(retry('stopped'));
    expect(await groupActs.begin(retry('stopped'))).toBeNull();
    const id = first?.id ?? '';
    await groupActs.settle(id, ids[0] ?? '', null);
    expect(await groupActs.stop(id)).toBe(true);
    await groupActs.finish(id);
    expect(await groupActs.find(id)).toMatchObject({ status: 'stopped', done: 1, refused: 0, total: 3 });
    expect(await groupActs.stop(id)).toBe(false);
    expect((await incidents.open(cause('stopped'))).items.every(({ act }) => act === null)).toBe(true);
    expect(await groupActs.begin(retry('stopped'))).toMatchObject({ total: 3 });
  });

  it('ends with its counts, and is told of afterwards', async () => {
    const { groupActs } = fresh.store;
    const ids = await stuckBy('ended', 2);
    const act = await groupActs.begin(retry('ended'));
    const id = act?.id ?? '';
    for (const one of ids) await groupActs.settle(id, one, null);
    await groupActs.finish(id);
    const told = (await groupActs.recent(24)).find((one) => one.id === id);
    expect(told).toMatchObject({ status: 'done', done: 2, refused: 0, why: 'it is mended', actor });
    expect(told?.endedAt).not.toBeNull();
    expect(await groupActs.begin(retry('never stuck'))).toBeNull();
  });
});
