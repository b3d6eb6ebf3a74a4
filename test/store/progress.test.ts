import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';
import { incident, opening, report, step } from './progress-report.ts';
import { smallRevision } from './small-revision.ts';

let fresh: Fresh;
let revision: string;
beforeAll(async () => {
  fresh = await freshStore();
  revision = (await fresh.store.revisions.put(smallRevision(), { author: 'ann', why: 'first' })).hash;
});
afterAll(() => fresh.dispose());

let count = 0;
async function newCase(): Promise<string> {
  const [verdict] = await fresh.store.mentions.capture([said(`case ${++count}`)]);
  return caseIdOf(verdict);
}

describe('recording how far a run has come', () => {
  it('writes case, task, incident and trail, with the words of the drawing', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    const position = {
      scope: '0',
      flow: 'small',
      node: 'ask',
      since: '2026-03-02T10:00:05.000Z',
      for: 'task' as const,
      until: null,
    };
    const facts = {
      'own error': true,
      'broken step': 'technician pickup',
      priority: 'high',
      region: 'north',
      'due at': '2026-03-02T12:00:00Z',
      'a.b': { $c: [1] },
    };
    const applied = await store.cases.recordProgress(
      report(caseId, 1, {
        revision,
        status: 'person',
        positions: [position],
        facts,
        tasksOpened: [
          opening(caseId, '7', {
            dueAt: '2026-03-02T11:00:00Z',
            persons: ['pat'],
            show: { Region: 'north' },
          }),
        ],
        incidentsRaised: [incident(caseId, '8')],
        trail: [step(1), step(2)],
      }),
    );
    expect(applied).toEqual({ applied: true });
    expect(await store.cases.find(caseId)).toMatchObject({
      status: 'person',
      revision,
      ownError: true,
      brokenStep: 'technician pickup',
      priority: 'high',
      region: 'north',
      dueAt: '2026-03-02T12:00:00.000Z',
      positions: [position],
      facts,
      seenSeq: 1,
      deliveredSeq: 1,
    });
    expect(await store.tasks.openOf(caseId)).toMatchObject([
      {
        id: `${caseId}.7`,
        name: 'Answer the customer',
        instructions: 'Say sorry first.',
        form: [{ name: 'answer', type: { type: 'text' } }],
        persons: ['pat'],
        status: 'open',
        show: { Region: 'north' },
      },
    ]);
    expect(await store.incidents.byCase(caseId)).toMatchObject([
      { id: `${caseId}.8`, code: 'timeout', status: 'open', revision },
    ]);
    expect((await store.cases.trail(caseId)).map((entry) => entry.n)).toEqual([1, 2]);
    expect((await store.cases.trail(caseId, 1)).map((entry) => entry.n)).toEqual([2]);
    expect((await store.arrivals.after(caseId, 0)).case).toMatchObject({
      progressVersion: 1,
      trailLength: 2,
      seenSeq: 1,
    });
  });

  it('changes nothing when it comes twice, or after a later one', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    const later = report(caseId, 5, {
      revision,
      status: 'waiting',
      trail: [step(1)],
      tasksOpened: [opening(caseId, '1')],
    });
    await store.cases.recordProgress(later);
    const stands = await store.cases.find(caseId);
    expect(await store.cases.recordProgress(later)).toEqual({ applied: false });
    expect(await store.cases.recordProgress(report(caseId, 4, { status: 'closed' }))).toEqual({
      applied: false,
    });
    expect(await store.cases.find(caseId)).toEqual(stands);
    expect(await store.tasks.byCase(caseId)).toHaveLength(1);
  });

  it('is applied once when ten report the same at once', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    const same = report(caseId, 1, { trail: [step(1)], incidentsRaised: [incident(caseId, '1')] });
    const answers = await Promise.all(Array.from({ length: 10 }, () => store.cases.recordProgress(same)));
    expect(answers.filter((answer) => answer.applied)).toHaveLength(1);
    expect(await store.cases.trail(caseId)).toHaveLength(1);
  });

  it('closes tasks and incidents, and the case, and opens it again', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    await store.cases.recordProgress(
      report(caseId, 1, {
        revision,
        tasksOpened: [opening(caseId, '1')],
        incidentsRaised: [incident(caseId, '2')],
      }),
    );
    const taskId = `${caseId}.1`;
    await store.cases.recordProgress(
      report(caseId, 2, {
        status: 'closed',
        outcome: 'put right',
        tasksClosed: [{ taskId, how: 'answered', by: 'pat', answers: { answer: 'text id' } }],
        incidentsCleared: [`${caseId}.2`],
      }),
    );
    expect(await store.tasks.find(taskId)).toMatchObject({
      status: 'answered',
      answeredBy: 'pat',
      answers: { answer: 'text id' },
    });
    expect(await store.incidents.find(`${caseId}.2`)).toMatchObject({ status: 'cleared' });
    expect(await store.cases.find(caseId)).toMatchObject({
      status: 'closed',
      outcome: 'put right',
      closedAt: '2026-03-02T10:00:05.000Z',
    });

    const state = JSON.stringify({ tokens: { $odd: { 'a.b': 1 } } });
    await store.cases.recordProgress(report(caseId, 3, { runId: 'run 1', status: 'closed' }), state);
    expect((await store.arrivals.after(caseId, 0)).saved).toEqual({ tokens: { $odd: { 'a.b': 1 } } });
    expect((await store.arrivals.after(caseId, 0, { withSaved: false })).saved).toBeNull();
    await store.cases.recordProgress(report(caseId, 4, { runId: 'run 2' }));
    expect(await store.cases.find(caseId)).toMatchObject({ status: 'open', closedAt: null });
  });

  it('refuses to open a task of a drawing that is not there, and stores nothing of the report', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    const missing = report(caseId, 1, { status: 'person', tasksOpened: [opening(caseId, '1')] });
    await expect(store.cases.recordProgress(missing)).rejects.toMatchObject({ code: 'not found' });
    expect(await store.cases.find(caseId)).toMatchObject({ status: 'open' });
    await expect(store.cases.recordProgress(report('nobody', 1))).rejects.toMatchObject({
      code: 'not found',
    });
  });

  it('leaves a fact of the wrong type out of the columns', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    await store.cases.recordProgress(report(caseId, 1, { facts: { priority: 'high', 'own error': true } }));
    await store.cases.recordProgress(
      report(caseId, 2, { facts: { priority: null, 'own error': 'perhaps', 'due at': 'soon' } }),
    );
    expect(await store.cases.find(caseId)).toMatchObject({ priority: null, ownError: true, dueAt: null });
  });
});

describe('runs that are late', () => {
  const late = async (why: 'did not wake' | 'did not report', before: string) =>
    (await fresh.store.cases.late(why, new Date(before))).items.map(({ caseId }) => caseId);

  it('are those that slept past their time, and those that did not report on what was delivered', async () => {
    const { store } = fresh;
    const sleeper = await newCase();
    await store.cases.recordProgress(report(sleeper, 1, { wakesAt: '2026-03-02T10:00:00Z' }));
    const deaf = await newCase();
    await store.cases.markDelivered(deaf, 1);
    const fine = await newCase();
    await store.cases.markDelivered(fine, 1);
    await store.cases.recordProgress(report(fine, 1, { wakesAt: '2026-03-03T10:00:00Z' }));
    expect(await late('did not wake', '2026-03-02T10:00:00Z')).toEqual([]);
    expect(await late('did not wake', '2026-03-02T10:00:01Z')).toEqual([sleeper]);
    expect(await late('did not report', '2026-03-02T10:00:00Z')).toEqual([]);
    expect(await late('did not report', '2026-03-02T10:00:01Z')).toEqual([deaf]);
  });

  it('are those as well that a person acted on, and those that left an activity under way', async () => {
    const { store } = fresh;
    const [acted, flying, rested] = [await newCase(), await newCase(), await newCase()];
    for (const caseId of [acted, rested]) await store.cases.recordProgress(report(caseId, 1));
    await store.cases.expectReport(acted);
    const position = { scope: '0', flow: 'small', node: 'ask', since: '2026-03-02T10:00:00Z', until: null };
    await store.cases.recordProgress(report(flying, 1, { positions: [{ ...position, for: 'activity' }] }));
    const waiting = await late('did not report', '2026-03-02T10:00:01Z');
    expect(waiting).toEqual(expect.arrayContaining([acted, flying]));
    expect(waiting).not.toContain(rested);

    await store.cases.owesNothing(acted, '2026-03-02T10:00:00.000Z');
    await store.cases.recordProgress(report(flying, 2));
    const left = await late('did not report', '2026-03-02T10:00:01Z');
    for (const caseId of [acted, flying]) expect(left).not.toContain(caseId);
  });

  it('owe their report all the same when somebody looked before they saw what was delivered', async () => {
    const caseId = await newCase();
    await fresh.store.cases.markDelivered(caseId, 1);
    await fresh.store.cases.owesNothing(caseId, '2026-03-02T10:00:00.000Z');
    expect(await late('did not report', '2026-03-02T10:00:01Z')).toContain(caseId);
  });

  it('can be said to stand still, and to move again as they stood before', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    await store.cases.recordProgress(report(caseId, 1, { status: 'waiting' }));
    await store.incidents.raiseFromOutside(caseId, 'no worker');
    await store.incidents.raiseFromOutside(caseId, 'no worker');
    expect((await store.incidents.raisedFromOutside()).items).toEqual([caseId]);
    expect((await store.incidents.open({ kind: 'host' })).items).toMatchObject([
      { caseId, code: 'no worker', fromOutside: true },
    ]);
    expect(await store.cases.find(caseId)).toMatchObject({ status: 'stuck' });
    await store.incidents.clearFromOutside(caseId);
    expect((await store.incidents.raisedFromOutside()).items).toEqual([]);
    expect(await store.cases.find(caseId)).toMatchObject({ status: 'waiting' });
    await store.incidents.raiseFromOutside(caseId, 'engine fault');
    expect(await store.incidents.byCase(caseId)).toMatchObject([
      { code: 'engine fault', status: 'open', clearedAt: null },
    ]);
  });

  it('are stuck no longer once they report', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    await store.incidents.raiseFromOutside(caseId, 'no worker');
    await store.cases.recordProgress(report(caseId, 1, { status: 'person' }));
    expect(await store.incidents.byCase(caseId)).toMatchObject([{ status: 'cleared' }]);
    await store.incidents.clearFromOutside(caseId);
    expect(await store.cases.find(caseId)).toMatchObject({ status: 'person' });
  });

  it('are not stuck when they are over', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    await store.cases.recordProgress(report(caseId, 1, { status: 'closed' }));
    await store.incidents.raiseFromOutside(caseId, 'no worker');
    expect(await store.incidents.byCase(caseId)).toEqual([]);
  });
});

describe('a run that takes the place of one that was lost', () => {
  it('voids what that one asked and was stuck at, and nothing of its own', async () => {
    const { store } = fresh;
    const caseId = await newCase();
    const asked = { revision, status: 'person' as const };
    await store.cases.recordProgress(
      report(caseId, 1, {
        ...asked,
        tasksOpened: [opening(caseId, 'life.1')],
        incidentsRaised: [incident(caseId, 'life.2')],
      }),
    );
    await store.cases.recordProgress(report(caseId, 2, { ...asked, runId: 'continued' }));
    expect(await store.tasks.openOf(caseId)).toHaveLength(1);

    const anew = { ...asked, runId: 'run 2', life: 'another' };
    await store.cases.recordProgress(
      report(caseId, 3, { ...anew, tasksOpened: [opening(caseId, 'another.1')] }),
    );
    expect((await store.tasks.byCase(caseId)).map(({ id, status }) => [id, status])).toEqual(
      expect.arrayContaining([
        [`${caseId}.life.1`, 'cancelled'],
        [`${caseId}.another.1`, 'open'],
      ]),
    );
    expect(await store.incidents.byCase(caseId)).toMatchObject([{ status: 'cleared' }]);
  });
});
