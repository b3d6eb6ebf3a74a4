import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Position, Retry } from '../../definitions/model/case.ts';
import type { FailedTry } from '../../engine/store/cases.ts';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';
import { report } from './progress-report.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

let count = 0;
async function newCase(): Promise<string> {
  const [verdict] = await fresh.store.mentions.capture([said(`case ${++count}`)]);
  return caseIdOf(verdict);
}

const place = { scope: '0', flow: 'small', node: 'look up' };
const occasion = { ...place, visit: 1, item: 0 };
const failed = (more: Partial<FailedTry> = {}): FailedTry => ({
  ...occasion,
  activity: 'lookUp',
  code: 'unreachable',
  reported: 0,
  ...more,
});
const standing: Position = { ...place, since: '2026-03-02T10:00:00.000Z', for: 'activity', until: null };

async function noted(caseId: string): Promise<readonly Retry[]> {
  return (await fresh.store.cases.find(caseId))?.retries ?? [];
}

/** So many seconds after ten o'clock. */
const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 2, 10, 0, seconds));

describe('that an activity is tried again', () => {
  it('is told with when it first failed and why it failed last', async () => {
    const { store, clock } = fresh;
    const caseId = await newCase();
    clock.now = at(5);
    await store.cases.noteRetry(caseId, failed());
    clock.now = at(65);
    await store.cases.noteRetry(caseId, failed({ code: 'timeout' }));
    const told = { ...occasion, activity: 'lookUp', code: 'timeout', since: at(5).toISOString() };
    expect(await noted(caseId)).toEqual([told]);
    await store.cases.noteRetry(caseId, failed({ code: 'guessed' }), true);
    expect(await noted(caseId)).toEqual([told]);
  });

  it('is told of each occasion for itself, and no more once it is over', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    await Promise.all([0, 1, 2].map((item) => store.cases.noteRetry(caseId, failed({ item }))));
    expect((await noted(caseId)).map(({ item }) => item).sort()).toEqual([0, 1, 2]);
    await store.cases.clearRetry(caseId, { ...occasion, item: 1 });
    await store.cases.clearRetry(caseId, { ...occasion, visit: 2 });
    expect((await noted(caseId)).map(({ item }) => item).sort()).toEqual([0, 2]);
  });

  it('is over once the run reports that it stands elsewhere, and a note that comes later is not made', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    await store.cases.noteRetry(caseId, failed());
    await store.cases.recordProgress(report(caseId, 1, { positions: [{ ...standing, node: 'ask' }] }));
    expect(await noted(caseId)).toEqual([]);
    await store.cases.noteRetry(caseId, failed());
    expect(await noted(caseId)).toEqual([]);
    // What the run asked for after that report is another matter.
    await store.cases.noteRetry(caseId, failed({ visit: 2, reported: 1 }));
    expect(await noted(caseId)).toMatchObject([{ visit: 2 }]);
    await store.cases.recordProgress(report(caseId, 2, { status: 'closed' }));
    await store.cases.noteRetry(caseId, failed({ visit: 2, reported: 1 }));
    expect(await noted(caseId)).toEqual([]);
  });

  it('stays as it was while the run reports of other things and stands there still', async () => {
    const { store, clock } = fresh;
    const caseId = await newCase();
    clock.now = at(5);
    await store.cases.noteRetry(caseId, failed());
    clock.now = at(9);
    await store.cases.recordProgress(report(caseId, 1, { positions: [standing] }));
    await store.cases.noteRetry(caseId, failed());
    expect(await noted(caseId)).toMatchObject([{ since: at(5).toISOString() }]);
  });

  it('leaves no ghost, whichever of note and report comes first', async () => {
    const { store } = fresh;
    for (let round = 0; round < 20; round++) {
      const caseId = await newCase();
      await Promise.all([
        store.cases.noteRetry(caseId, failed()),
        store.cases.recordProgress(report(caseId, 1)),
        store.cases.noteRetry(caseId, failed({ item: 1 })),
      ]);
      expect(await noted(caseId)).toEqual([]);
    }
  });

  it('is nothing to an unknown case', async () => {
    await fresh.store.cases.noteRetry('nobody', failed());
    await fresh.store.cases.clearRetry('nobody', occasion);
    expect(await fresh.store.cases.find('nobody')).toBeNull();
  });

  it('is told to who listens for changes, and a note that changes nothing is not', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    const heard: string[] = [];
    const watching = store.changes.watch((change) => change.kind === 'case' && heard.push(change.id));
    await watching.ready;
    await store.cases.noteRetry(caseId, failed());
    await store.cases.noteRetry(caseId, failed());
    await store.cases.clearRetry(caseId, occasion);
    const last = await newCase();
    await expect.poll(() => heard.includes(last), { timeout: 10_000 }).toBe(true);
    expect(heard.filter((id) => id === caseId)).toHaveLength(2);
    await watching.close();
  });
});
