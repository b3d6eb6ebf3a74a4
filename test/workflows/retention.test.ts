import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connection } from '@temporalio/client';
import { ensureRetention } from '../../engine/runs/retention.ts';
import { said } from '../store/fresh-store.ts';
import { NAMESPACE, openCaseServer, temporalAddress, type CaseServer } from './case-server.ts';
import { toldTemporal } from '../privacy/told-temporal.ts';
import { drawnCare } from '../api/drawn-care.ts';

let server: CaseServer;
beforeAll(async () => {
  server = await openCaseServer({ flow: drawnCare });
});
afterAll(() => server.close());

/** Waits until a run of its own has ended. */
async function run() {
  const id = `retention/${randomBytes(8).toString('hex')}`;
  await server.runs.takeOldAway(id, 'dora');
  await server.runs.takeOldAway(id, 'dora');
  await server.client.workflow.getHandle(id).result();
  return server.store.retention.find(id);
}

describe('taking away what is old', () => {
  it('is done by a run that is begun once, and says in the record who asked and how much it was', async () => {
    const { store } = server;
    expect(await run()).toMatchObject({ by: 'dora', taken: {}, endedAt: expect.any(String) });
    const [entry] = (await store.audit.list({ act: 'took old data away' })).items;
    expect(entry).toMatchObject({ who: 'dora', detail: { documents: 0 } });
  });

  it('goes on with whom somebody began to erase, once their cases are closed', async () => {
    const { store } = server;
    const caseId = await server.hear({ author: { externalId: 'gone' }, text: 'Nobody came.' });
    const task = await server.openTask(caseId);
    const [mention] = await store.mentions.byCase(caseId);
    const profileIds = [mention?.profileId ?? ''];
    const request = { profileIds, by: 'dora', reference: 'letter 7', why: 'They asked for it.' };
    expect((await store.erasure.erase(request)).erasure.casesInWork).toBe(true);
    const text = await store.texts.put({ caseId, kind: 'answer', text: 'We are sorry', by: 'bob' });
    const actor = { person: 'bob', teams: ['north'], roles: ['agent'] };
    const { id, version } = task;
    const answers = { reply: text, mood: 'good' };
    await server.runs.answerTask({ caseId, taskId: id, version, answers, actor });
    await server.closed(caseId);
    await run();
    expect(await store.texts.get(text)).toEqual({ erased: true });
    expect((await store.erasure.erase(request)).erasure.casesInWork).toBe(false);
  });

  it('leaves nothing in its history but ids, dates and numbers', async () => {
    const { store } = server;
    await store.mentions.capture([
      said('old', { text: 'marker-of-old', occurredAt: '2020-01-01T00:00:00Z', direction: 'outbound' }),
    ]);
    await store.retention.set('mention-texts', { days: 30, by: 'dora', why: 'A trial.' });
    const found = await run();
    expect(found?.taken).toEqual({ 'mention-texts': 1 });
    const told = (await toldTemporal(server.client, server.taskQueue)).join('\n');
    expect(told).toContain('mention-texts');
    expect(told).not.toContain('marker-of-old');
  });

  it('is scheduled once a day, however many workers start', async () => {
    const connection = await Connection.connect({ address: temporalAddress() });
    const where = { connection, namespace: NAMESPACE, taskQueue: server.taskQueue };
    await ensureRetention(where);
    await ensureRetention(where);
    const handle = server.client.schedule.getHandle('retention');
    const { spec, action, policies } = await handle.describe();
    expect(spec.calendars).toMatchObject([
      { hour: [{ start: 3, end: 3 }], minute: [{ start: 17, end: 17 }] },
    ]);
    expect(action).toMatchObject({ workflowType: 'retentionWorkflow' });
    expect(policies.overlap).toBe('SKIP');
    await handle.delete();
    await connection.close();
  });
});
