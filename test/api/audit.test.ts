import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EARSHOT } from '../../definitions/model/act.ts';
import type { AuditRow } from '../../definitions/model/views/audit.ts';
import { AuditRowSchema } from '../../engine/api/audit.schema.ts';
import { pageOf } from '../../engine/api/page.schema.ts';
import { caseIdOf, said } from '../store/fresh-store.ts';
import { incident, opening, report } from '../store/progress-report.ts';
import { smallRevision } from '../store/small-revision.ts';
import { serve, type Served } from './served.ts';

const Rows = pageOf(AuditRowSchema);
const Problem = z.object({ status: z.number(), code: z.string(), whatToDo: z.string() });

let api: Served;
let caseId = '';
let other = '';
let hash = '';

/** What the record answers to a query, as one of the people. */
async function page(query: Record<string, string>, person = 'bob'): Promise<z.infer<typeof Rows>> {
  const { status, body } = await api.as(person).get(`/api/audit?${new URLSearchParams(query).toString()}`);
  expect(status).toBe(200);
  return Rows.parse(body);
}
async function rows(query: Record<string, string>, person = 'bob'): Promise<readonly AuditRow[]> {
  return (await page(query, person)).items;
}
/** The case of something that was said. */
async function heard(id: string, text: string): Promise<string> {
  const [verdict] = await api.store.mentions.capture([said(id, { text })]);
  return caseIdOf(verdict);
}

beforeAll(async () => {
  api = await serve();
  const { store } = api;
  caseId = await heard('1', 'Where are you?');
  other = await heard('2', 'Nobody came.');
  ({ hash } = await store.revisions.put(smallRevision(), { author: 'anna', why: 'First' }));
  await store.cases.recordProgress(
    report(caseId, 1, {
      revision: hash,
      tasksOpened: [opening(caseId, '1')],
      incidentsRaised: [incident(caseId, '2')],
    }),
  );
  const taken = await api.as('anna').send('POST', `/api/tasks/${caseId}.1/take`, { version: 1 });
  expect(taken.status).toBe(200);
  const { kind, code, flow, node } = incident(caseId, '2');
  const bare = { caseId, detail: {} };
  await store.audit.record({
    ...bare,
    who: 'max',
    act: 'led a stuck run on',
    subject: `${caseId}.2`,
    detail: { kind, code, flow, node, resolution: { way: 'retry' } },
    why: 'The other side is back.',
  });
  await store.audit.record({ ...bare, who: EARSHOT, act: 'owner moved up', subject: 'key' });
  await store.audit.record({ ...bare, who: 'bob', act: 'linked cases', subject: other });
  await store.audit.record({
    who: 'anna',
    act: 'released a revision',
    subject: hash,
    detail: { flow: 'small', number: 1 },
  });
});
afterAll(() => api.close());

describe('the record', () => {
  it('names what was acted on: the task, the step, the other case, the revision', async () => {
    const told = (await rows({})).map(({ act, who, subject, case: of }) => [
      act,
      who.name,
      subject.name,
      of?.name ?? null,
    ]);
    expect(told).toEqual([
      ['released a revision', 'Anna', 'Small', null],
      ['linked cases', 'Bob', 'Nobody came.', 'Where are you?'],
      ['owner moved up', '', '', 'Where are you?'],
      ['led a stuck run on', 'Max', 'Answer the customer', 'Where are you?'],
      ['took a task', 'Anna', 'Answer the customer', 'Where are you?'],
    ]);
  });

  it('can be asked by person, by act, by case, and by all of them at once', async () => {
    const acts = async (query: Record<string, string>, person?: string) =>
      (await rows(query, person)).map(({ act }) => act);
    expect(await acts({ who: 'anna' })).toEqual(['released a revision', 'took a task']);
    expect(await acts({ who: 'me' }, 'anna')).toEqual(['released a revision', 'took a task']);
    expect(await acts({ who: EARSHOT })).toEqual(['owner moved up']);
    expect(await acts({ act: 'linked cases' })).toEqual(['linked cases']);
    expect(await acts({ caseId, who: 'anna' })).toEqual(['took a task']);
    expect(await acts({ caseId, who: 'max', act: 'led a stuck run on' })).toEqual(['led a stuck run on']);
    expect(await acts({ caseId: other })).toEqual([]);
    expect(await acts({ who: 'nobody' })).toEqual([]);
  });

  it('goes on page after page, within the filter', async () => {
    const first = await page({ who: 'anna', limit: '1' });
    expect(first.items.map(({ act }) => act)).toEqual(['released a revision']);
    const second = await page({ who: 'anna', limit: '1', cursor: first.next ?? '' });
    expect(second.items.map(({ act }) => act)).toEqual(['took a task']);
    expect(second.next).toBeNull();
  });

  it('refuses an act that there is not, and a filter that it does not have', async () => {
    for (const query of ['act=flew', 'colour=red', 'who=']) {
      const { status, body } = await api.as('bob').get(`/api/audit?${query}`);
      expect([query, status]).toEqual([query, 400]);
      expect(Problem.parse(body).code).toBe('invalid');
    }
  });
});
