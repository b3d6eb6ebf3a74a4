import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { RevisionRowSchema } from '../../engine/api/flow.schema.ts';
import { CaptureAnswerSchema } from '../../engine/api/mention.schema.ts';
import { smallRevision } from '../store/small-revision.ts';
import { COMPILER } from '../../engine/interpreter/compile-revision.ts';
import { draftIn, openFlowDesk, statuses, type FlowDesk } from './flow-desk.ts';

let desk: FlowDesk;
beforeAll(async () => {
  desk = await openFlowDesk();
});
afterAll(() => desk.api.close());

const post: FlowDesk['post'] = (...asked) => desk.post(...asked);
const draftAt: FlowDesk['draftAt'] = (id) => desk.draftAt(id);
const rows: FlowDesk['rows'] = () => desk.rows();
const row: FlowDesk['row'] = (id) => desk.row(id);
const acts: FlowDesk['acts'] = (subject) => desk.acts(subject);
const began: FlowDesk['began'] = (name) => desk.began(name);

describe('a new flow', () => {
  it('begins as a draft in which nothing is wrong, and is released with a why', async () => {
    const begun = await post('/api/flows', { name: ' Störung melden ' });
    expect(begun).toMatchObject({
      status: 201,
      body: { flowId: 'storung-melden', name: 'Störung melden', version: 1, by: { name: 'Anna' } },
    });
    expect(await draftAt('storung-melden')).toMatchObject({ findings: [], mayRelease: true });
    expect(await row('storung-melden')).toMatchObject({
      revisions: 0,
      newest: null,
      live: null,
      draft: { version: 1 },
      archived: null,
      takesCases: false,
    });
    const address = '/api/flows/storung-melden/draft/release';
    expect((await post(address, { version: 1, why: ' ' })).status).toBe(400);
    expect(await post(address, { version: 1, why: 'The first one.' })).toMatchObject({
      status: 201,
      body: { number: 1, live: true, why: 'The first one.', by: { name: 'Anna' } },
    });
    const released = await row('storung-melden');
    const { plans } = desk.api.store;
    expect(await plans.get(released?.live?.hash ?? '', COMPILER)).not.toBeNull();
    expect(released).toMatchObject({
      revisions: 1,
      live: { number: 1, why: 'The first one.' },
      draft: null,
      takesCases: false,
    });
    expect(await acts('storung-melden')).toEqual([['anna', 'began a flow', null]]);
    expect(await acts(released?.newest?.hash ?? '')).toEqual([
      ['anna', 'released a revision', 'The first one.'],
    ]);
  });

  it('has a name that no other flow has, whoever asks for it at once', async () => {
    expect((await post('/api/flows', { name: '  ' })).body).toMatchObject({ code: 'invalid' });
    expect((await post('/api/flows', { name: 'STÖRUNG  melden' })).body).toMatchObject({
      code: 'conflict',
      errors: [{ field: 'name' }],
    });
    const people = ['anna', 'bob', 'anna', 'bob'];
    const atOnce = await Promise.all(people.map((who) => post('/api/flows', { name: 'Complaints' }, who)));
    expect(statuses(atOnce)).toEqual([201, 409, 409, 409]);
    // Other names that would come to the same id.
    const alike = ['Com-plaints', 'com plaints!', 'Com/plaints'].map((name) => post('/api/flows', { name }));
    const ids = (await Promise.all(alike)).map((answer) => draftIn(answer).flowId);
    expect(ids.sort()).toEqual(['com-plaints', 'com-plaints-2', 'com-plaints-3']);
  });

  it('is begun by who draws', async () => {
    expect((await post('/api/flows', { name: 'No' }, 'sue')).status).toBe(403);
    expect((await post('/api/flows/complaints/archive', { why: 'x' }, 'aldo')).status).toBe(403);
    expect((await desk.api.as('sue').get('/api/flows/complaints/draft')).status).toBe(200);
  });
});

describe('a draft', () => {
  it('is renamed by who saw its last version; the other is told who was faster, and loses nothing', async () => {
    const { flowId } = await began('Two hands');
    const address = `/api/flows/${flowId}/draft`;
    const rename = (who: string, version: number, name: string) =>
      desk.api.as(who).send('PUT', address, { version, name });
    expect(await rename('bob', 1, 'By Bob')).toMatchObject({
      status: 200,
      body: { flowId, version: 2, name: 'By Bob', by: { name: 'Bob' } },
    });
    for (const late of [
      await rename('anna', 1, 'By Anna'),
      await post(`${address}/release`, { version: 1, why: 'x' }),
      await post(`${address}/discard`, { version: 1 }),
    ])
      expect(late).toMatchObject({
        status: 409,
        body: { code: 'stale', detail: expect.stringContaining('Bob') },
      });
    const { name, revision } = await draftAt(flowId);
    expect([name, revision.flow.name, revision.flow.id]).toEqual(['By Bob', 'By Bob', flowId]);
    expect((await rename('anna', 2, 'complaints')).body).toMatchObject({ code: 'conflict' });
    expect(await rename('anna', 2, 'by Bob')).toMatchObject({ status: 200, body: { version: 3 } });
    expect((await acts(flowId)).map(([who, act]) => [who, act])).toEqual([
      ['anna', 'renamed a draft'],
      ['bob', 'renamed a draft'],
      ['anna', 'began a flow'],
    ]);
  });

  it('is thrown away once, and leaves no flow behind', async () => {
    const { flowId } = await began('For a moment');
    const discard = () => post(`/api/flows/${flowId}/draft/discard`, { version: 1 });
    expect(statuses(await Promise.all([discard(), discard(), discard()]))).toEqual([204, 404, 404]);
    expect(await row(flowId)).toBeUndefined();
    expect(await acts(flowId)).toHaveLength(2);
  });

  it('is released once, by one of those who do so at once', async () => {
    const { flowId } = await began('Wanted by many');
    const born = await desk.api.store.drafts.born(flowId);
    const release = (who: string) =>
      post(`/api/flows/${flowId}/draft/release`, { version: 1, why: `for ${who}`, born }, who);
    const all = await Promise.all([release('anna'), release('bob'), release('anna'), release('bob')]);
    expect(statuses(all)).toEqual([201, 409, 409, 409]);
    const [only, ...others] = await desk.api.store.releases.history(flowId);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ draft: born });
    const [first, second] = only?.by === 'anna' ? (['anna', 'bob'] as const) : (['bob', 'anna'] as const);
    const nameOf = (who: string): string => (who === 'anna' ? 'Anna' : 'Bob');
    const released = 'released this draft before, as revision 1.';
    expect((await release(second)).body).toMatchObject({
      code: 'conflict',
      detail: `${nameOf(first)} ${released}`,
    });
    expect((await release(first)).body).toMatchObject({ code: 'conflict', detail: `You ${released}` });
    expect(await row(flowId)).toMatchObject({ revisions: 1, draft: null });
  });
});

describe('a draft with a revision', () => {
  it('goes in place of another one only if its version is named, and stays if that was changed', async () => {
    const { flowId } = await began('Put away');
    const { store } = desk.api;
    const at = `/api/flows/${flowId}/draft`;
    await post(`${at}/release`, { version: 1, why: 'The first.' });
    const [revision] = await store.revisions.list(flowId);
    const restore = (instead?: number) =>
      post(at, { revision: revision?.hash, ...(instead === undefined ? {} : { instead }) }, 'bob');
    expect(await restore()).toMatchObject({ status: 201 });
    const first = await store.drafts.find(flowId);
    if (first === null) throw new Error('There is no draft.');
    await store.drafts.change(flowId, 1, { ...first.content, tables: {} }, 'anna');
    expect(await restore()).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await restore(1)).toMatchObject({
      status: 409,
      body: { code: 'stale', detail: expect.stringContaining('Anna changed this draft meanwhile') },
    });
    expect(await store.drafts.born(flowId)).toBe(first.born);
    expect(statuses(await Promise.all([restore(2), restore(2)]))).toEqual([201, 409]);
    expect(await store.drafts.find(flowId)).toMatchObject({ version: 1, by: 'bob' });
    expect(await store.drafts.born(flowId)).not.toBe(first.born);
    expect((await acts(flowId)).map(([who, act]) => [who, act]).slice(0, 3)).toEqual([
      ['bob', 'began a draft'],
      ['bob', 'threw a draft away'],
      ['bob', 'began a draft'],
    ]);
  });
});

describe('a flow from a file', () => {
  it('begins with all that the file holds, under a name and an id of its own', async () => {
    const { flow, flows, tables, wordLists } = mentionCare();
    const called = Object.fromEntries(Object.entries(flows).filter(([id]) => id !== flow.id));
    const story = (step: string) => ({
      praise: {
        name: 'Praise',
        start: '2026-03-02T09:00:00Z',
        variables: {},
        tasks: { [step]: 'nobody' as const },
      },
    });
    const scenarios = story(`${flow.id}/answer`);
    const content = { flow, called, tables, wordLists, calendars: {}, scenarios };
    const { flowId } = draftIn(await post('/api/flows', { name: 'From a file', content }));
    expect((await desk.api.store.drafts.find(flowId))?.content).toEqual({
      ...content,
      flow: { ...flow, id: flowId, name: 'From a file' },
      scenarios: story(`${flowId}/answer`),
    });
    expect(await acts(flowId)).toEqual([['anna', 'imported a flow', null]]);
    expect(await post('/api/flows', { name: 'Of nothing', content: { ...content, flow: {} } })).toMatchObject(
      {
        status: 400,
      },
    );
    expect((await rows()).map(({ name }) => name)).not.toContain('Of nothing');
  });
});

describe('a draft that is not the one that was looked at', () => {
  it('is not released, though it has the same version: the other was thrown away', async () => {
    const { flowId } = await began('Begun twice');
    const { store } = desk.api;
    const first = await store.drafts.find(flowId);
    if (first === null) throw new Error('There is no draft.');
    await store.drafts.discard(flowId, 1);
    await store.drafts.begin(first.content, 'bob');
    const release = (born: string) =>
      post(`/api/flows/${flowId}/draft/release`, { version: 1, why: 'As I saw it.', born });
    expect(await release(first.born)).toMatchObject({
      status: 409,
      body: { code: 'conflict', detail: 'This draft is gone: it was thrown away.' },
    });
    expect(await release((await store.drafts.born(flowId)) ?? '')).toMatchObject({ status: 201 });
  });
});

describe('a copy', () => {
  it('is a flow of its own with all that the other calls, and is checked as any other before it is released', async () => {
    const copy = draftIn(
      await post(
        '/api/flows',
        { name: 'Mention care for shops', copyOf: { revision: desk.shippedHash } },
        'bob',
      ),
    );
    expect(copy).toMatchObject({ flowId: 'mention-care-for-shops', by: { name: 'Bob' } });
    const { revision, findings, mayRelease } = await draftAt(copy.flowId);
    const shipped = mentionCare();
    expect(revision.flow).toEqual({ ...shipped.flow, id: copy.flowId, name: 'Mention care for shops' });
    expect({ [shipped.flow.id]: shipped.flow, ...revision.called }).toEqual(shipped.flows);
    expect([revision.tables, revision.wordLists]).toEqual([shipped.tables, shipped.wordLists]);
    // No worker has said here which activities it offers.
    expect(mayRelease).toBe(false);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('activity'),
      flow: { name: expect.stringMatching(/\S/) },
      step: { name: expect.stringMatching(/\S/) },
    });
    expect(await post(`/api/flows/${copy.flowId}/draft/release`, { version: 1, why: 'x' })).toMatchObject({
      status: 422,
      body: {
        code: 'ill-formed',
        issues: expect.arrayContaining([expect.objectContaining({ code: 'unknown activity' })]),
      },
    });
    expect(await row(copy.flowId)).toMatchObject({ revisions: 0, draft: { version: 1 } });
    expect(await acts(copy.flowId)).toEqual([['bob', 'copied a flow', null]]);
  });

  it('never has the id of a flow that it calls', async () => {
    const copyOf = { revision: desk.shippedHash };
    const { flowId } = draftIn(await post('/api/flows', { name: 'Mention care hear', copyOf }));
    expect(flowId).toBe('mention-care-hear-2');
    expect(Object.keys((await draftAt(flowId)).revision.called)).toContain('mention-care-hear');
  });

  it('can be made of a draft, and of nothing that is not there', async () => {
    const copyOf = { draft: 'mention-care-for-shops' };
    const again = draftIn(await post('/api/flows', { name: 'Again', copyOf }));
    const [one, other] = [await draftAt('again'), await draftAt('mention-care-for-shops')];
    expect(again.flowId).toBe('again');
    expect(one.revision.flow.nodes).toEqual(other.revision.flow.nodes);
    for (const gone of [{ revision: '0'.repeat(64) }, { draft: 'none' }])
      expect((await post('/api/flows', { name: 'x', copyOf: gone })).status).toBe(404);
  });
});

describe('the archive', () => {
  it('takes a flow once and gives it back once; nothing of it changes or goes live meanwhile', async () => {
    const { flowId } = await began('Seldom');
    const at = `/api/flows/${flowId}`;
    const archive = (who: string) => post(`${at}/archive`, { why: `says ${who}` }, who);
    expect(statuses(await Promise.all([archive('anna'), archive('bob'), archive('bob')]))).toEqual([
      200, 409, 409,
    ]);
    const archived = (await row(flowId))?.archived;
    expect(archived?.why).toBe(`says ${archived?.by.id}`);
    for (const refused of [
      await desk.api.as('anna').send('PUT', `${at}/draft`, { version: 1, name: 'Other' }),
      await post(`${at}/draft/release`, { version: 1, why: 'x' }),
      await post(`${at}/draft/discard`, { version: 1 }),
    ])
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'conflict', whatToDo: 'Bring it back first.' },
      });
    expect((await post('/api/flows', { name: 'seldom' })).body).toMatchObject({
      detail: 'There is a flow of this name in the archive already.',
    });
    const back = () => post(`${at}/bring-back`, {});
    expect(statuses(await Promise.all([back(), back()]))).toEqual([200, 409]);
    expect(await row(flowId)).toMatchObject({ archived: null, draft: { version: 1 } });
    expect(await acts(flowId)).toEqual([
      [expect.anything(), 'brought a flow back', null],
      [archived?.by.id, 'archived a flow', archived?.why],
      ['anna', 'began a flow', null],
    ]);
    expect((await post('/api/flows/none/archive', { why: 'x' })).status).toBe(404);
    expect((await post('/api/flows/none/bring-back', {})).status).toBe(404);
  });

  it('also of one that was published by the command line', async () => {
    const published = async (name: string) =>
      post('/api/flows/by-hand/revisions', { revision: smallRevision(name, 'by-hand'), why: 'w' });
    const { hash } = RevisionRowSchema.parse((await published('By hand')).body);
    await post('/api/flows/by-hand/archive', { why: 'x' });
    expect((await published('By hand, again')).status).toBe(201);
    expect((await post('/api/flows/by-hand/releases', { hash, why: 'x' })).body).toMatchObject({
      code: 'conflict',
      detail: 'This flow is archived.',
    });
    await post('/api/flows/by-hand/bring-back', {});
    expect((await post('/api/flows/by-hand/releases', { hash, why: 'x' })).status).toBe(201);
  });
});

describe('the flow that new cases begin with', () => {
  const taking = async () => (await rows()).filter(({ takesCases }) => takesCases).map(({ id }) => id);
  const letTake = (id: string, who = 'anna') =>
    post(`/api/flows/${id}/take-cases`, { why: 'It is ready.' }, who);
  const revisionOfNewCase = async () => {
    const mention = {
      channel: 'tweet',
      externalId: `m-${Math.random()}`,
      direction: 'inbound',
      author: { externalId: `a-${Math.random()}` },
      text: 'Nobody came.',
      occurredAt: new Date().toISOString(),
    };
    const { verdicts } = CaptureAnswerSchema.parse(
      (await post('/api/mentions', { mentions: [mention] })).body,
    );
    const [verdict] = verdicts;
    const caseId = verdict?.status === 'captured' ? (verdict.caseId ?? '') : '';
    await desk.api.runs.deliver(caseId);
    return (await desk.api.store.cases.find(caseId))?.revision;
  };

  it('is the one that ships, until another one is live and is chosen', async () => {
    expect(await taking()).toEqual(['mention-care']);
    expect(await revisionOfNewCase()).toBe(desk.shippedHash);
    expect((await post('/api/flows/mention-care/archive', { why: 'x' })).body).toMatchObject({
      code: 'conflict',
      detail: 'New cases begin with this flow, so it cannot be archived.',
      whatToDo: 'Let them begin with another flow first.',
    });
    expect((await letTake('mention-care-for-shops')).body).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('No revision of this flow is live'),
    });
    expect((await letTake('storung-melden', 'sue')).status).toBe(403);
    expect(await letTake('storung-melden')).toMatchObject({ status: 200, body: { takesCases: true } });
    expect(await taking()).toEqual(['storung-melden']);
    expect(await revisionOfNewCase()).toBe((await row('storung-melden'))?.live?.hash);
    const { flow } = z
      .object({ flow: z.object({ id: z.string() }) })
      .parse((await desk.api.as('anna').get('/api/today?since=2026-01-01T00:00:00Z')).body);
    expect(flow.id).toBe('storung-melden');
    expect((await acts('storung-melden'))[0]).toEqual([
      'anna',
      'let new cases begin with a flow',
      'It is ready.',
    ]);
  });

  it('is exactly one and no archived one, whoever chooses and archives at once', async () => {
    const ids = ['storung-melden', 'wanted-by-many', 'by-hand', 'mention-care'];
    for (let turn = 0; turn < 3; turn++) {
      const chosen = ids[turn] ?? '';
      await Promise.all([
        ...ids.map((id, n) => letTake(id, n % 2 === 0 ? 'anna' : 'bob')),
        post(`/api/flows/${chosen}/archive`, { why: 'Not needed.' }),
      ]);
      const now = await taking();
      expect(now).toHaveLength(1);
      expect(await row(now[0] ?? '')).toMatchObject({ archived: null });
      for (const { id, archived } of await rows())
        if (archived !== null) await post(`/api/flows/${id}/bring-back`, {});
    }
  });
});
