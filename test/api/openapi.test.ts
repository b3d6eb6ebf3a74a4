import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askAboutPersons } from './ask-about-persons.ts';
import { askForApproval } from './ask-for-approval.ts';
import { contractsOf, drawnCare } from './drawn-care.ts';
import { OWNER } from '../decision/tables.ts';
import { openCaseServer, type CaseServer } from '../workflows/case-server.ts';
import { ASKED_ELSEWHERE } from './asked-elsewhere.ts';
import { contractOf, type Contract } from './contract.ts';
import { serve, type Answer, type Client, type Served } from './served.ts';

let server: CaseServer;
let api: Served;
let contract: Contract;
let anna: Client;
let bob: Client;
beforeAll(async () => {
  server = await openCaseServer({ flow: drawnCare });
  api = await serve({ on: server, temporalUi: { address: 'https://temporal.example/ui/', namespace: 'n' } });
  await server.store.catalogue.publish('test', contractsOf);
  contract = contractOf((await api.as(null).get('/api/openapi.json')).body);
  anna = contract.watch(api.as('anna'));
  bob = contract.watch(api.as('bob'));
});
afterAll(async () => {
  await api.close();
  await server.close();
});

const firstId = (answer: Answer) =>
  z.object({ items: z.array(z.object({ id: z.string() })).min(1) }).parse(answer.body).items[0]?.id ?? '';

describe('every answer is as /api/openapi.json describes it', () => {
  it('which is a well-formed OpenAPI 3.1 document whose references all lead somewhere', async () => {
    const { body } = await api.as(null).get('/api/openapi.json');
    expect(body).toMatchObject({ openapi: '3.1.0' });
    const text = JSON.stringify(body);
    const known = new Set(
      Object.keys(
        z.object({ components: z.object({ schemas: z.looseObject({}) }) }).parse(body).components.schemas,
      ),
    );
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(known).toContain(name);
    expect(text).not.toContain('#/$defs');
  });

  it('from a mention to an answered task and a case that is over', async () => {
    const caseId = await server.hear({ text: 'Third window, still nobody.' });
    const task = await server.openTask(caseId);
    await bob.get('/api/health');
    await bob.get('/api/session');
    for (const query of [
      '',
      '?status=person&status=open&limit=10&sort=due',
      '?person=me&ownError=true',
      '?channel=tweet&brand=cableco',
    ]) {
      await bob.get(`/api/cases${query}`);
    }
    await bob.get('/api/cases/counts');
    expect((await bob.get('/api/cases/values')).body).toMatchObject({ channels: ['tweet'] });
    await bob.get('/api/today');
    const { body } = await bob.get(`/api/cases/${caseId}`);
    expect(body).toMatchObject({
      title: 'Third window, still nobody.',
      status: 'person',
      revision: { name: 'Drawn care', number: 1 },
      conversation: [{ what: 'mention', text: 'Third window, still nobody.' }],
      positions: [{ node: 'answer', name: 'Answer the customer' }],
      tasks: [{ id: task.id, status: 'open', mayAnswer: true, form: [{ name: 'reply' }, { name: 'mood' }] }],
    });
    // Engineers, and admins, get the way to Temporal's own pages; agents do not.
    expect(body).toMatchObject({ temporal: null });
    expect((await anna.get(`/api/cases/${caseId}`)).body).toMatchObject({
      temporal: expect.stringMatching(
        new RegExp(`^https://temporal\\.example/ui/namespaces/n/workflows/case%2F${caseId}/[\\w-]+/history$`),
      ),
    });
    expect(firstId(await bob.get('/api/tasks?team=mine&status=open'))).toBe(task.id);
    await bob.get('/api/tasks/counts');
    await bob.get(`/api/tasks/${task.id}`);
    const { version } = task;
    await bob.send('POST', `/api/tasks/${task.id}/take`, { version });
    await bob.send('POST', `/api/tasks/${task.id}/give-back`, { version });
    await bob.send('POST', `/api/tasks/${task.id}/hand-over`, {
      version,
      person: 'anna',
      why: 'She knows them.',
    });
    await anna.send('POST', `/api/tasks/${task.id}/answer`, {
      version,
      answers: { reply: 'We are sorry.', mood: 'good' },
    });
    await server.until(caseId, (found) => found.status === 'closed');
    await bob.get(`/api/cases/${caseId}`);
    expect((await bob.get(`/api/cases/${caseId}/scenario`)).status).toBe(403);
    const { body: taken } = await anna.get(`/api/cases/${caseId}/scenario`);
    expect(taken).toMatchObject({
      isSameWay: true,
      leftOut: [],
      scenario: {
        tasks: { 'drawn-care/answer': [{ answers: { reply: 'text 1', mood: 'good' }, by: 'words 1' }] },
        expect: { outcome: 'put right', pathIncludes: ['start', 'answer', 'good', 'end'] },
      },
    });
    expect(JSON.stringify(taken)).not.toMatch(/anna|sorry|window/i);
  });

  it('through a run that is stuck, cases that are linked and one that is cancelled', async () => {
    const caseId = await server.hear();
    const { id, version } = await server.openTask(caseId);
    await bob.send('POST', `/api/tasks/${id}/answer`, {
      version,
      answers: { reply: 'We are sorry.', mood: 'bad' },
    });
    await server.until(caseId, (found) => found.status === 'stuck');
    expect((await bob.get('/api/incidents/groups')).body).toMatchObject([{ count: 1, nodeName: 'Good?' }]);
    const incident = firstId(await bob.get(`/api/incidents?caseId=${caseId}`));
    await bob.get(`/api/cases/${caseId}`);
    const way = {
      incidents: [incident, 'no such thing'],
      way: 'skip',
      port: 'good',
      why: 'They called, all is well.',
    };
    const { body } = await anna.send('POST', '/api/incidents/resolve', way);
    expect(body).toMatchObject({
      resolved: [incident],
      refused: [{ id: 'no such thing', code: 'not found' }],
    });
    await server.until(caseId, (found) => found.status === 'closed');

    const group = await server.hear();
    const again = await server.openTask(group);
    await bob.send('POST', `/api/tasks/${again.id}/answer`, {
      version: again.version,
      answers: { reply: 'We are sorry.', mood: 'bad' },
    });
    await server.until(group, (found) => found.status === 'stuck');
    const [cause] = z
      .array(z.object({ kind: z.string(), code: z.string(), flow: z.string(), node: z.string() }))
      .parse((await bob.get('/api/incidents/groups')).body);
    const begun = await anna.send('POST', '/api/incidents/groups/resolve', {
      group: cause,
      resolution: { way: 'cancel' },
      why: 'A trial.',
    });
    const { id: act } = z.object({ id: z.string() }).parse(begun.body);
    await bob.get('/api/incidents/acts');
    expect((await anna.send('POST', `/api/incidents/acts/${act}/stop`, {})).body).toMatchObject({
      status: 'stopping',
      total: 1,
    });

    const [primary, follower, cancelled] = await Promise.all([
      server.hear({ text: 'The router never came.' }),
      server.hear(),
      server.hear(),
    ]);
    for (const each of [primary, follower, cancelled]) await server.openTask(each);
    const { body: offered } = await bob.get(`/api/cases/${follower}/candidates?search=rout+never`);
    expect(offered).toContainEqual(expect.objectContaining({ id: primary, because: 'search' }));
    expect(offered).not.toContainEqual(expect.objectContaining({ id: follower }));
    await bob.get(`/api/cases/${follower}/candidates`);
    const why = 'They wrote twice about one visit.';
    await bob.send('POST', `/api/cases/${follower}/link`, { primaryCaseId: primary, why });
    const link = { by: { name: 'Bob' }, why, at: expect.any(String) };
    expect((await bob.get(`/api/cases/${primary}`)).body).toMatchObject({
      primary: null,
      followers: [{ id: follower, ...link }],
    });
    expect((await bob.get(`/api/cases/${follower}`)).body).toMatchObject({
      primary: { id: primary, ...link },
      followers: [],
    });
    await anna.send('POST', `/api/cases/${cancelled}/cancel`, { why: 'A trial.' });
    await server.until(cancelled, (found) => found.status === 'closed');
  });

  it('through a case that is put aside and brought back', async () => {
    const caseId = await server.hear();
    const { id, version } = await server.openTask(caseId);
    await bob.send('POST', `/api/tasks/${id}/answer`, { version, answers: { reply: 'No.', mood: 'noise' } });
    await server.closed(caseId);
    expect((await bob.get('/api/noise')).body).toMatchObject({
      items: [{ case: { id: caseId }, stays: null }],
    });
    await bob.send('POST', `/api/cases/${caseId}/bring-back`, { why: 'It is none.' });
    await server.openTask(caseId);
    await bob.get(`/api/cases/${caseId}`);
  });

  it('over flows, people, channels, the outbox and the record', async () => {
    const mention = {
      channel: 'forum',
      externalId: 'a',
      direction: 'inbound',
      author: { externalId: 'u' },
      text: 'Hello?',
    };
    await bob.send('POST', '/api/mentions', {
      mentions: [{ ...mention, occurredAt: new Date().toISOString() }, {}],
      importId: 'i',
    });
    await bob.get('/api/imports/i');
    await bob.get('/api/calls/choices');
    await bob.send('POST', '/api/calls', {
      key: 'a-call-by-phone',
      channel: 'phone',
      who: { name: 'Dana' },
      said: 'Nobody came.',
      at: new Date().toISOString(),
    });
    await anna.send('PUT', '/api/channels/forum', { kind: 'forum' });
    await bob.get('/api/channels');

    await bob.get('/api/flows');
    await bob.get('/api/flows/drawn-care/revisions');
    const { body } = await bob.get(`/api/revisions/${server.revision}`);
    const { revision } = z.object({ revision: z.looseObject({}) }).parse(body);
    const rude = { id: 'rude', name: 'Rude words', entries: [{ phrase: 'awful', means: 'mood' }] };
    const renamed = {
      ...revision,
      flow: { ...drawnCare, name: 'Drawn care, again' },
      wordLists: { rude },
    };
    const published = await anna.send('POST', '/api/flows/drawn-care/revisions', {
      revision: renamed,
      why: 'A name.',
    });
    expect(published).toMatchObject({ status: 201, body: { number: 2, live: false } });
    const { hash } = z.object({ hash: z.string() }).parse(published.body);
    await anna.send('POST', '/api/flows/drawn-care/releases', { hash, why: 'It is better.' });
    await bob.get('/api/flows/drawn-care/releases');
    expect((await bob.get('/api/parts')).body).toMatchObject([{ id: 'rude', last: { number: 2 } }]);
    expect((await bob.get('/api/parts/word-list/rude')).status).toBe(200);
    expect((await bob.get('/api/flows')).body).toMatchObject([
      { id: 'drawn-care', revisions: 2, live: { number: 2 } },
    ]);
    expect((await anna.send('POST', '/api/flows', { name: 'A new one' })).status).toBe(201);
    const draft = '/api/flows/a-new-one/draft';
    await bob.get(draft);
    await anna.send('PUT', draft, { version: 1, name: 'A newer one' });
    expect((await bob.get(`${draft}/content`)).body).toMatchObject({ version: 2 });
    const field = { thing: '/flow', field: 'description', after: 'Tried.' };
    const edits = [{ id: 'e1', label: 'Said what it is', changes: [{ do: 'set', ...field }] }];
    expect((await anna.send('POST', `${draft}/edits`, { base: 2, edits })).body).toMatchObject({
      taken: true,
    });
    expect((await anna.send('POST', `${draft}/edits`, { base: 2, edits })).body).toMatchObject({
      taken: false,
    });
    await anna.send('POST', `${draft}/here`, {});
    expect((await bob.send('POST', `${draft}/here`, {})).body).toMatchObject({ others: [{ name: 'Anna' }] });
    expect((await bob.get(`${draft}/edits?after=2`)).body).toMatchObject({ since: [{ id: 'e1' }] });
    await anna.send('POST', `${draft}/release`, { version: 3, why: 'It is new.' });
    expect((await anna.send('POST', draft, {})).status).toBe(201);
    await anna.send('POST', '/api/flows/a-new-one/take-cases', { why: 'A trial.' });
    await anna.send('POST', '/api/flows', { name: 'A copy', copyOf: { revision: hash } });
    await anna.send('POST', '/api/flows/a-copy/archive', { why: 'A trial.' });
    await anna.send('POST', '/api/flows/a-copy/bring-back', {});
    await anna.send('POST', '/api/flows/a-copy/draft/discard', { version: 1 });
    await bob.get('/api/flows');
    await bob.get('/api/activities');
    const { body: workbook } = await anna.send('POST', '/api/tables/write', { table: OWNER });
    const { content } = z.object({ content: z.string() }).parse(workbook);
    const file = { kind: 'xlsx', content };
    expect((await anna.send('POST', '/api/tables/read', file)).body).toEqual({ table: OWNER, issues: [] });
    const rows = [['late', 'complaint']];
    const { body: cells } = await anna.send('POST', '/api/words/write', { name: 'Words', rows });
    const { content: words } = z.object({ content: z.string() }).parse(cells);
    const list = { kind: 'xlsx', content: words };
    expect((await anna.send('POST', '/api/words/read', list)).body).toEqual({ rows, issues: [] });

    await bob.get('/api/people');
    await bob.get('/api/teams');
    const person = {
      name: 'Ina',
      team: 'south',
      region: null,
      skills: ['billing'],
      roles: ['agent'],
      lead: 'anna',
      active: true,
    };
    const hours = { offset: '+01:00', open: [{ days: ['Sat'], from: '09:00', to: '13:00' }] };
    expect(await anna.send('PUT', '/api/people/ina', person)).toMatchObject({ body: { hours: null } });
    const west = { name: 'West', region: 'west', skills: [], lead: 'ina', hours };
    expect(await anna.send('PUT', '/api/teams/west', west)).toMatchObject({ body: { hours } });
    await server.store.replies.create({
      key: 'k',
      caseId: firstId(await bob.get('/api/cases')),
      conversationId: 'c',
      channel: 'tweet',
      text: 'We are sorry.',
      kind: 'answer',
      status: 'sent',
      by: 'anna',
    });
    await bob.get('/api/outbox');
    const { body: record } = await bob.get('/api/audit?limit=200');
    const acts = z
      .object({ items: z.array(z.object({ act: z.string() })) })
      .parse(record)
      .items.map(({ act }) => act);
    for (const act of [
      'answered a task',
      'handed a task over',
      'led a stuck run on',
      'linked cases',
      'cancelled a case',
      'took a scenario from a case',
      'published a revision',
      'released a revision',
      'changed a person',
      'declared a channel',
    ]) {
      expect(acts).toContain(act);
    }
    expect(JSON.stringify(record)).not.toContain('We are sorry.');
  });

  it('where another person has to approve: held, approved, sent back, withdrawn', () =>
    askForApproval(server, contract, anna));

  it('over what is kept of a person and for how long, and taking it away', () =>
    askAboutPersons(server, anna));

  it('and so are refusals', async () => {
    const nobody = contract.watch(api.as(null));
    await nobody.get('/api/cases');
    for (const path of ['/api/cases/none', '/api/tasks/none', `/api/revisions/${'0'.repeat(64)}`]) {
      expect((await bob.get(path)).status).toBe(404);
    }
    expect((await bob.get('/api/sample-day')).body).toBe(null);
    for (const [path, body] of [
      ['', { morning: new Date().toISOString() }],
      ['/pace', { pace: 'slow' }],
      ['/answers', { byThemselves: true }],
      ['/remove', {}],
    ] as const) {
      expect((await anna.send('POST', `/api/sample-day${path}`, body)).status).toBe(404);
    }
    for (const path of [
      '/api/cases?status=odd',
      '/api/cases?limit=0',
      '/api/cases?unknown=1',
      '/api/tasks?cursor=',
    ]) {
      expect((await bob.get(path)).body).toMatchObject({ code: 'invalid' });
    }
  });

  it('and no address was left out', () => {
    const here = contract.operations.filter((id) => !ASKED_ELSEWHERE.includes(id));
    expect(here.filter((id) => !contract.asked.has(id))).toEqual([]);
  });
});
