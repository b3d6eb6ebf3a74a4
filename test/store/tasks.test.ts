import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';
import { opening, report } from './progress-report.ts';
import { smallRevision } from './small-revision.ts';

let fresh: Fresh;
let revision: string;
beforeAll(async () => {
  fresh = await freshStore();
  revision = (await fresh.store.revisions.put(smallRevision(), { author: 'ann', why: 'first' })).hash;
});
afterAll(() => fresh.dispose());

async function tasks(
  name: string,
  ...openings: Partial<Parameters<typeof opening>[2] & object>[]
): Promise<string[]> {
  const [verdict] = await fresh.store.mentions.capture([said(name)]);
  const caseId = caseIdOf(verdict);
  const tasksOpened = openings.map((more, n) => opening(caseId, `${n}`, more));
  await fresh.store.cases.recordProgress(report(caseId, 1, { revision, tasksOpened }));
  return tasksOpened.map((task) => task.taskId);
}

describe('tasks', () => {
  it('are listed most urgent first, those without a due time last, page by page', async () => {
    const { store } = fresh;
    const [late, never, soon] = await tasks(
      'listed',
      { dueAt: '2026-03-09T00:00:00Z', persons: ['lou'] },
      { persons: ['lou'] },
      { dueAt: '2026-03-01T00:00:00Z', teams: ['listed'] },
    );
    expect((await store.tasks.list({ person: 'lou' })).items.map((task) => task.id)).toEqual([late, never]);
    expect((await store.tasks.list({ teams: ['listed', 'other'] })).items.map((task) => task.id)).toEqual([
      soon,
    ]);
    const first = await store.tasks.list({ status: ['open'] }, { limit: 2 });
    expect(first.items.map((task) => task.id)).toEqual([soon, late]);
    const rest = await store.tasks.list({ status: ['open'] }, { limit: 2, cursor: first.next ?? '' });
    expect(rest.items.map((task) => task.id)).toEqual([never]);
    expect(rest.next).toBeNull();
    const counts = await store.tasks.counts({
      person: 'lou',
      teams: ['listed'],
      now: new Date('2026-03-02T00:00:00Z'),
    });
    expect(counts).toEqual({ open: 3, mine: 2, team: 1, overdue: 1 });
  });

  it('are taken by one of many who reach for them at once', async () => {
    const { store } = fresh;
    const [id = ''] = await tasks('contended', {});
    const people = Array.from({ length: 8 }, (_, n) => `person ${n}`);
    const outcomes = await Promise.allSettled(people.map((by) => store.tasks.take(id, { version: 1, by })));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'stale' });
  });

  it('are given back by who has them, and handed over to a person or a team', async () => {
    const { store } = fresh;
    const [id = ''] = await tasks('handed', { persons: ['pat', 'lou'] });
    expect(await store.tasks.take(id, { version: 1, by: 'pat' })).toMatchObject({
      takenBy: 'pat',
      version: 1,
    });
    expect(await store.tasks.take(id, { version: 1, by: 'pat' })).toMatchObject({ takenBy: 'pat' });
    await expect(store.tasks.giveBack(id, { version: 1, by: 'lou' })).rejects.toMatchObject({
      code: 'stale',
    });
    expect(await store.tasks.giveBack(id, { version: 1, by: 'pat' })).toMatchObject({ takenBy: null });
    const handed = await store.tasks.handOver(id, { version: 1, by: 'pat', to: { person: 'kim' } });
    expect(handed).toMatchObject({ takenBy: 'kim', persons: ['kim'] });
    const toTeam = await store.tasks.handOver(id, { version: 1, by: 'kim', to: { team: 'north' } });
    expect(toTeam).toMatchObject({ takenBy: null, persons: [], teams: ['north'] });
    await expect(store.tasks.take(id, { version: 2, by: 'kim' })).rejects.toMatchObject({ code: 'stale' });
    await expect(store.tasks.take('none', { version: 1, by: 'kim' })).rejects.toMatchObject({
      code: 'not found',
    });
  });
});
