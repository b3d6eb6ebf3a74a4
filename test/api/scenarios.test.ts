import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference } from '../../definitions/edit/difference.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Scenario, Scenarios } from '../../definitions/scenario/scenario.ts';
import { DraftContentViewSchema } from '../../engine/api/draft.schema.ts';
import { triedScenarios } from '../../engine/api/try-scenarios.ts';
import { edges, end, flow, node, revision as drawn, start } from '../interpreter/drawing.ts';
import { openFlowDesk, type FlowDesk } from './flow-desk.ts';

let desk: FlowDesk;
beforeAll(async () => {
  desk = await openFlowDesk();
});
afterAll(() => desk.api.close());

const story = (name: string, rest: Partial<Scenario> = {}): Scenario => ({
  name,
  start: '2026-03-02T09:00:00Z',
  variables: {},
  ...rest,
});
const contentOf = async (id: string) =>
  DraftContentViewSchema.parse((await desk.api.as('anna').get(`/api/flows/${id}/draft/content`)).body);

/** A draft of a new flow with these scenarios: begins, and is done. */
async function draftWith(name: string, scenarios: Scenarios): Promise<{ flowId: string; version: number }> {
  const { flowId } = await desk.began(name);
  const { content } = await contentOf(flowId);
  const changes = difference(content, { ...content, scenarios });
  const sent = { base: 1, edits: [{ id: `tell ${flowId}`, label: 'Told stories', changes }] };
  const { body } = await desk.post(`/api/flows/${flowId}/draft/edits`, sent);
  expect(body).toEqual({ taken: true, version: 2 });
  return { flowId, version: 2 };
}

describe('a draft whose scenarios come out', () => {
  const told = { fine: story('Fine', { expect: { outcome: 'done', pathIncludes: ['done'] } }) };

  it('is released with them, and whoever goes on from it has them', async () => {
    const { flowId, version } = await draftWith('Comes out', told);
    const released = await desk.post(`/api/flows/${flowId}/draft/release`, { version, why: 'It works.' });
    expect(released.status).toBe(201);
    await desk.post(`/api/flows/${flowId}/draft`, {});
    expect((await contentOf(flowId)).content.scenarios).toEqual(told);
    const copy = await desk.post('/api/flows', { name: 'Another', copyOf: { draft: flowId } });
    expect(copy.status).toBe(201);
    expect((await contentOf('another')).content.scenarios).toEqual(told);
    const [{ detail } = { detail: null }] = (
      await desk.api.store.audit.list({ act: 'released a revision', who: 'anna' })
    ).items;
    expect(detail).toEqual({ flow: flowId, name: 'Comes out', number: 1 });
  });
});

describe('a draft whose scenarios do not come out', () => {
  const told = {
    other: story('Other', { expect: { outcome: 'put right', pathExcludes: ['done'] } }),
    fine: story('Fine', { expect: { outcome: 'done' } }),
    loose: story('Says nothing of what should come'),
  };
  const sentences = [
    '“Other”: it should end with “put right” and ends with “done”.',
    '“Other”: it should never come to “Done” and does.',
  ];

  it('is not released; what differs is told by the names of steps', async () => {
    const { flowId, version } = await draftWith('Differs', told);
    const refused = await desk.post(`/api/flows/${flowId}/draft/release`, { version, why: 'I hope.' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'ill-formed',
      issues: [
        { code: 'scenario differs', place: { flow: flowId, scenario: 'other' }, message: sentences[0] },
        { code: 'scenario differs', place: { flow: flowId, node: 'done', scenario: 'other' } },
      ],
    });
    expect(await desk.api.store.releases.live(flowId)).toBeNull();
    expect((await contentOf(flowId)).version).toBe(version);
  });

  it('is released all the same if the author says so, and the record says what differed', async () => {
    const about = { version: 2, why: 'We know.', anyway: true };
    const released = await desk.post('/api/flows/differs/draft/release', about);
    expect(released.status).toBe(201);
    const { items } = await desk.api.store.audit.list({ act: 'released a revision', who: 'anna' });
    expect(items[0]?.detail).toMatchObject({ flow: 'differs', despite: sentences });
  });

  it('is not published from elsewhere either, unless that is said', async () => {
    const { revision } = published('by-file');
    const at = '/api/flows/by-file/revisions';
    const refused = await desk.post(at, { revision, why: 'w', scenarios: told });
    expect(refused.body).toMatchObject({ code: 'ill-formed', issues: [{ message: sentences[0] }, {}] });
    const taken = await desk.post(at, { revision, why: 'w', scenarios: told, anyway: true });
    expect(taken.status).toBe(201);
    const [{ hash } = { hash: '' }] = await desk.api.store.revisions.list('by-file');
    expect(await desk.api.store.revisions.scenarios(hash)).toEqual(told);
    const { items } = await desk.api.store.audit.list({ subject: hash, act: 'published a revision' });
    expect(items[0]?.detail).toMatchObject({ despite: sentences });
  });

  it('is not published with what is no scenario', async () => {
    const { revision } = published('by-file');
    const at = '/api/flows/by-file/revisions';
    const deep: unknown = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`);
    for (const wrong of [
      story('Deep', { variables: Object({ deep }) }),
      { name: 'No start', variables: {} },
      7,
    ]) {
      const refused = await desk.post(at, { revision, why: 'w', scenarios: { wrong }, anyway: true });
      expect(refused).toMatchObject({ status: 422, body: { code: 'ill-formed', errors: [{}] } });
    }
  });
});

describe('scenarios that need more time than there is', () => {
  const endless = drawn(
    flow(
      'endless',
      {},
      [
        start(),
        node('intermediateCatchEvent', 'wait', { wait: { kind: 'duration', for: 'duration("PT1M")' } }),
        end('never'),
      ],
      edges('start > wait > wait'),
    ),
  );
  const scenarios = {
    endless: story('Endless', { expect: { status: 'ended' } }),
    next: story('Next', { until: 'PT1M', expect: { status: 'ended' } }),
  };

  it('are given up, and told as such', async () => {
    const issues = await triedScenarios(endless, scenarios, { budgetMs: 30 });
    expect(issues.map(({ code, place }) => [code, place.scenario])).toEqual([
      ['scenario not run', 'endless'],
      ['scenario not run', 'next'],
    ]);
  });

  it('let others be served meanwhile', async () => {
    // A clock that goes on by a millisecond whenever somebody looks.
    let clock = 0;
    let [served, isOver] = [0, false];
    const serve = (): void => {
      served += 1;
      if (!isOver) setImmediate(serve);
    };
    setImmediate(serve);
    await triedScenarios(endless, scenarios, { budgetMs: 300, now: () => (clock += 1) });
    isOver = true;
    expect(served).toBeGreaterThan(5);
  });
});

function published(id: string): { readonly revision: Revision } {
  const { flow: root } = newFlow(id, 'By file');
  const assembly = assembleRevision(
    root,
    { flows: { [id]: root }, tables: {}, wordLists: {}, calendars: {}, activities: {} },
    1,
  );
  if ('issues' in assembly) throw new Error(JSON.stringify(assembly.issues));
  return assembly;
}

describe('a draft of which only the stories are others', () => {
  const fine = story('Fine', { expect: { outcome: 'done' } });
  const again = async (flowId: string, scenarios: Scenarios): Promise<number> => {
    await desk.post(`/api/flows/${flowId}/draft`, {});
    const { content } = await contentOf(flowId);
    const changes = difference(content, { ...content, scenarios });
    const edits = [{ id: `again ${flowId} ${JSON.stringify(scenarios)}`, label: 'Told', changes }];
    await desk.post(`/api/flows/${flowId}/draft/edits`, { base: 1, edits });
    return 2;
  };

  it('gives them to the revision that is live, which stays what it is; the record names them', async () => {
    const { flowId, version } = await draftWith('Only stories', { fine, gone: story('Gone') });
    await desk.post(`/api/flows/${flowId}/draft/release`, { version, why: 'First.' });
    const { store } = desk.api;
    const { hash = '' } = (await store.releases.live(flowId)) ?? {};
    const told = { fine: story('Fine', { expect: { status: 'ended' } }), more: story('More') };
    const about = { version: await again(flowId, told), why: 'One more.' };
    const kept = await desk.post(`/api/flows/${flowId}/draft/release`, about);
    expect(kept).toMatchObject({ status: 201, body: { became: 'stories', number: 1, live: true } });
    expect(await store.revisions.scenarios(hash)).toEqual(told);
    expect(await store.releases.history(flowId)).toHaveLength(1);
    expect(await store.revisions.list(flowId)).toHaveLength(1);
    expect((await desk.api.as('bob').get(`/api/revisions/${hash}/stories`)).body).toEqual({
      scenarios: told,
    });
    const { items } = await store.audit.list({ subject: hash, act: 'changed stories' });
    expect(items).toMatchObject([
      { why: 'One more.', detail: { number: 1, added: ['More'], changed: ['Fine'], removed: ['Gone'] } },
    ]);
    const { body } = await desk.post(`/api/flows/${flowId}/draft/release`, { ...about, born: 'x' });
    expect(body).toMatchObject({ code: 'conflict' });
  });

  it('is not published where they do not come out, or where not even they are others', async () => {
    const { flowId, version } = await draftWith('Same stories', { fine });
    await desk.post(`/api/flows/${flowId}/draft/release`, { version, why: 'First.' });
    const at = `/api/flows/${flowId}/draft/release`;
    const wrong = { fine: story('Fine', { expect: { outcome: 'put right' } }) };
    const about = { version: await again(flowId, wrong), why: 'I hope.' };
    expect((await desk.post(at, about)).status).toBe(422);
    expect((await desk.post(at, { ...about, anyway: true })).body).toMatchObject({ became: 'stories' });
    await desk.post(`/api/flows/${flowId}/draft`, {});
    expect(await desk.post(at, { version: 1, why: 'Again.', anyway: true })).toMatchObject({
      status: 409,
      body: { detail: 'Nothing is changed: this is what is live.' },
    });
  });
});
