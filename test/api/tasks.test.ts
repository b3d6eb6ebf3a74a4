import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCaseServer, type CaseServer } from '../workflows/case-server.ts';
import { drawnCare } from './drawn-care.ts';
import { serve, type Answer, type Served } from './served.ts';

let server: CaseServer;
let api: Served;
beforeAll(async () => {
  server = await openCaseServer({ flow: drawnCare });
  api = await serve({ on: server });
});
afterAll(async () => {
  await api.close();
  await server.close();
});

const act = (who: string, taskId: string, what: string, body: object): Promise<Answer> =>
  api.as(who).send('POST', `/api/tasks/${taskId}/${what}`, { version: 1, ...body });
const answer = (who: string, taskId: string, reply: unknown = 'We are sorry.', more: object = {}) =>
  act(who, taskId, 'answer', { answers: { reply, mood: 'good' }, ...more });
const asked = async () => {
  const caseId = await server.hear();
  return server.openTask(caseId);
};
const code = ({ body }: Answer) => z.object({ code: z.string() }).parse(body).code;

describe('an answer', () => {
  it('is stored as a text and told to the run as an id alone; the case shows it as written', async () => {
    const { caseId, id, version } = await asked();
    const { body } = await answer('bob', id, 'We are so sorry 😔', { version });
    expect(body).toEqual({ taskId: id, answeredBy: { id: 'bob', name: 'Bob' }, already: false });
    const done = await server.until(caseId, (found) => found.status === 'closed');
    expect(JSON.stringify(done.facts)).not.toContain('sorry');
    const detail = await api.as('bob').get(`/api/tasks/${id}`);
    expect(detail.body).toMatchObject({
      status: 'answered',
      answers: { reply: 'We are so sorry 😔', mood: 'good' },
    });
    const [text] = await server.store.texts.byCase(caseId, 'answer');
    await server.store.texts.erase(text?.id ?? '');
    expect((await api.as('bob').get(`/api/tasks/${id}`)).body).toMatchObject({
      answers: { reply: null, mood: 'good' },
    });
  });

  it('that is longer than the channel takes is refused at its field, and nothing is stored', async () => {
    const { caseId, id, version } = await asked();
    const tooLong = await answer('bob', id, 'x'.repeat(281), { version });
    expect(tooLong.body).toMatchObject({
      code: 'ill-formed',
      errors: [{ field: 'reply', reason: 'This is 1 character too long: the channel takes 280.' }],
    });
    expect(await server.store.texts.byCase(caseId, 'answer')).toEqual([]);
    expect((await api.as('bob').get(`/api/tasks/${id}`)).body).toMatchObject({ textLimit: 280 });
    await api.as('anna').send('PUT', '/api/channels/tweet', { kind: 'tweet', longestReply: 300 });
    expect((await api.as('bob').get(`/api/tasks/${id}`)).body).toMatchObject({ textLimit: 300 });
    expect((await answer('bob', id, '😔'.repeat(300), { version })).status).toBe(200);
    await api.as('anna').send('PUT', '/api/channels/tweet', { kind: 'tweet' });
  });

  it('given a second time is told who answered, and leaves no text behind', async () => {
    const { caseId, id, version } = await asked();
    const both = await Promise.all([
      answer('bob', id, 'first', { version }),
      answer('anna', id, 'second', { version }),
    ]);
    const Receipt = z.object({ already: z.boolean(), answeredBy: z.object({ id: z.string() }) });
    const receipts = both.map(({ body }) => Receipt.parse(body));
    expect(new Set(receipts.map(({ answeredBy }) => answeredBy.id)).size).toBe(1);
    expect(receipts.filter(({ already }) => !already)).toHaveLength(1);
    await server.until(caseId, (found) => found.status === 'closed');
    expect((await answer('anna', id, 'third', { version })).body).toMatchObject({ already: true });
    const texts = await server.store.texts.byCase(caseId, 'answer');
    expect(texts.filter(({ text }) => text !== '')).toHaveLength(1);
  });

  it('that does not fit the form is refused field by field, before the run is asked', async () => {
    const { caseId, id, version } = await asked();
    const { status, body } = await act('bob', id, 'answer', {
      version,
      answers: { reply: ' ', mood: 'odd', shoe: 44 },
    });
    expect(status).toBe(422);
    const { errors } = z.object({ errors: z.array(z.object({ field: z.string() })) }).parse(body);
    expect(errors.map(({ field }) => field).sort()).toEqual(['mood', 'reply', 'shoe']);
    expect(await server.store.texts.byCase(caseId, 'answer')).toEqual([]);
  });

  it('of a version that is gone, by somebody else, or for nothing is refused with what to do', async () => {
    const { id, version } = await asked();
    expect(code(await answer('bob', id, 'x', { version: version + 1 }))).toBe('stale');
    expect(code(await answer('sue', id, 'x', { version }))).toBe('not allowed');
    expect(code(await answer('bob', `${id}9`, 'x', { version }))).toBe('not found');
    expect(code(await act('bob', id, 'answer', { version, answers: 'x' }))).toBe('invalid');
  });
});

describe('a task', () => {
  it('taken by one is not answered or handed over by another, until it is given back', async () => {
    const { id, version } = await asked();
    expect((await act('bob', id, 'take', { version })).body).toMatchObject({
      takenBy: { id: 'bob' },
      mayAnswer: true,
    });
    expect((await api.as('anna').get(`/api/tasks/${id}`)).body).toMatchObject({ mayAnswer: false });
    expect(code(await answer('anna', id, 'x', { version }))).toBe('stale');
    expect(code(await act('anna', id, 'take', { version }))).toBe('stale');
    expect(code(await act('anna', id, 'give-back', { version }))).toBe('stale');
    await act('bob', id, 'give-back', { version });
    expect((await answer('anna', id, 'x', { version })).status).toBe(200);
  });

  it('is not taken or handed over by somebody who was not asked', async () => {
    const { id, version } = await asked();
    expect(code(await act('sue', id, 'take', { version }))).toBe('not allowed');
    expect(code(await act('sue', id, 'hand-over', { version, person: 'sue' }))).toBe('not allowed');
    expect(code(await act('bob', id, 'hand-over', { version, person: 'max' }))).toBe('invalid');
    expect(code(await act('bob', id, 'hand-over', { version }))).toBe('invalid');
    expect(code(await act('bob', id, 'hand-over', { version, person: 'sue', team: 'south' }))).toBe(
      'invalid',
    );
  });

  it('handed over to a team or a person that the drawing did not name is theirs to answer', async () => {
    const { caseId, id, version } = await asked();
    expect((await act('bob', id, 'hand-over', { version, team: 'south', why: 'theirs' })).status).toBe(200);
    expect(code(await answer('bob', id, 'x', { version }))).toBe('not allowed');
    expect((await answer('sue', id, 'Sorry from the south.', { version })).body).toMatchObject({
      answeredBy: { id: 'sue' },
      already: false,
    });
    await server.until(caseId, (found) => found.status === 'closed');
    const record = await api
      .as('bob')
      .get(`/api/audit?caseId=${caseId}&act=${encodeURIComponent('handed a task over')}`);
    expect(record.body).toMatchObject({
      items: [{ who: { id: 'bob' }, why: 'theirs', detail: { team: 'south' } }],
    });
  });
});

describe('a case', () => {
  it('is cancelled by a lead alone, and a second time is refused', async () => {
    const { caseId, id, version } = await asked();
    const cancel = (who: string) =>
      api.as(who).send('POST', `/api/cases/${caseId}/cancel`, { why: 'A trial.' });
    expect(code(await cancel('bob'))).toBe('not allowed');
    expect((await cancel('anna')).status).toBe(204);
    await server.until(caseId, (found) => found.status === 'closed');
    expect(code(await cancel('anna'))).toBe('closed');
    expect(code(await answer('bob', id, 'x', { version }))).toBe('closed');
  });
});
