import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { SIGNATURE_HEADER, signatureOf } from '../../engine/api/webhook-signature.ts';
import { outboxChannel } from '../../workers/channels/outbox/channel.ts';
import { channelRegistry } from '../../workers/sdk/channel.ts';
import { serve, type Client, type Served } from '../api/served.ts';
import { everyDocument } from '../store/every-document.ts';
import { openOutsideWorld, type OutsideWorld } from '../workers/outside-world.ts';
import { openCaseServer, type CaseServer } from '../workflows/case-server.ts';
import { ACTIVITIES, ANY_MARK, BILLING, MARKED_FLOW, MARKS } from './marked.ts';
import { toldTemporal } from './told-temporal.ts';

let server: CaseServer;
let api: Served;
let anna: Client;
let world: OutsideWorld;
/** What processes would write into their logs. */
const log: string[] = [];
const streams = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];

beforeAll(async () => {
  world = await openOutsideWorld();
  const line = (facts: object, message: string) => void log.push(JSON.stringify({ ...facts, message }));
  server = await openCaseServer({
    flow: MARKED_FLOW,
    activities: ACTIVITIES,
    channels: (store) => channelRegistry([], outboxChannel(store.replies)),
    deps: () => ({
      crms: [BILLING],
      webhooks: new Map([['outside', { url: `${world.url}/keyed`, secret: 'a secret of sixteen' }]]),
      log: { info: line, error: line },
    }),
  });
  api = await serve({ on: server });
  anna = api.as('anna');
});
afterAll(async () => {
  await api.close();
  await server.close();
  await world.close();
  for (const stream of streams) stream.mockRestore();
});

const Ids = z.object({ items: z.array(z.object({ id: z.string() })) });

/** Answers what it is asked, with these texts. */
async function answer(caseId: string, reply: string, note: string): Promise<void> {
  const { id, version } = await server.openTask(caseId);
  const given = await anna.send('POST', `/api/tasks/${id}/answer`, { version, answers: { reply, note } });
  expect(given.status).toBe(200);
}

/** Leads a case on that is stuck at what failed. */
async function leadOn(caseId: string): Promise<void> {
  await server.until(caseId, ({ status }) => status === 'stuck');
  const { body } = await anna.get('/api/incidents?limit=100');
  const stuck = z.object({
    items: z.array(z.object({ id: z.string(), case: z.object({ id: z.string() }) })),
  });
  const incidents = stuck.parse(body).items.flatMap((row) => (row.case.id === caseId ? [row.id] : []));
  const led = await anna.send('POST', '/api/incidents/resolve', {
    way: 'skip',
    incidents,
    value: {},
    why: MARKS.why,
  });
  expect(led.body).toMatchObject({ resolved: incidents });
}

async function heard(externalId: string, more: object): Promise<string> {
  const { body } = await anna.send('POST', '/api/mentions', {
    importId: 'first',
    mentions: [
      {
        channel: 'email',
        externalId,
        direction: 'inbound',
        author: { externalId: MARKS.email, name: MARKS.name, handle: MARKS.handle, email: MARKS.email },
        subject: MARKS.subject,
        url: MARKS.url,
        extra: { beside: MARKS.beside },
        occurredAt: new Date().toISOString(),
        ...more,
      },
    ],
  });
  const Verdicts = z.object({ verdicts: z.array(z.object({ caseId: z.string() })) });
  return Verdicts.parse(body).verdicts[0]?.caseId ?? '';
}

/** By a signed webhook of a channel of its own. */
async function hooked(): Promise<void> {
  const { body } = await anna.send('PUT', '/api/channels/reviews', { kind: 'webhook' });
  const { secret } = z.object({ secret: z.string() }).parse(body);
  const mention = JSON.stringify({
    externalId: 'h1',
    author: { externalId: 'qxreviewermark', email: MARKS.email },
    text: MARKS.hooked,
    occurredAt: new Date().toISOString(),
  });
  const signature = signatureOf(secret, Buffer.from(mention), Math.floor(Date.now() / 1000));
  const answered = await fetch(`${api.url}/api/channels/reviews/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature },
    body: mention,
  });
  expect(answered.ok).toBe(true);
}

describe('what is personal', () => {
  let answered = '';
  let inWork = '';

  it('goes through the whole product and comes out where it belongs', async () => {
    const text = `${MARKS.text}, my number is ${MARKS.account}`;
    answered = await heard(MARKS.id, { threadId: MARKS.thread, text });
    await leadOn(answered);
    await answer(answered, MARKS.answer, MARKS.note);
    await server.closed(answered);
    const { body } = await anna.send('POST', '/api/calls', {
      key: 'a-call-by-phone',
      channel: 'phone',
      who: { name: MARKS.name, phone: MARKS.phone, email: MARKS.email, accountNumber: MARKS.account },
      said: MARKS.called,
      at: new Date().toISOString(),
    });
    inWork = z.object({ caseId: z.string() }).parse(body).caseId;
    await leadOn(inWork);
    await server.openTask(inWork);
    await hooked();
    const exported = await anna.send('POST', '/api/persons/export', {
      email: MARKS.email,
      reference: 'letter 7',
      why: 'They asked for it.',
    });
    const { failure, handle: _handle, ...planted } = MARKS;
    expect(exported.status).toBe(200);
    for (const mark of Object.values(planted)) expect(JSON.stringify(exported.body)).toContain(mark);
    expect(JSON.stringify(exported.body)).not.toContain(failure);
    expect(world.received).toHaveLength(1);
  });

  it('stands in no history of a run, no search attribute, no memo and no log', async () => {
    const told = await toldTemporal(server.client, server.taskQueue);
    expect(told.length).toBeGreaterThanOrEqual(2);
    const all = told.join('\n');
    // It is read as it would be found: what does stand there is seen.
    for (const known of ['activityTaskFailedEventAttributes', 'lookUpCustomer', answered, '"known":true'])
      expect(all).toContain(known);
    expect(ANY_MARK.exec(all)?.[0]).toBeUndefined();
    const written = streams.flatMap((stream) => stream.mock.calls.map(([text]) => String(text)));
    const logged = [...log, ...api.log, ...written].join('\n');
    expect(logged).toContain('activity failed');
    expect(ANY_MARK.exec(logged)?.[0]).toBeUndefined();
  });

  it('stands in no collection once the person is erased, also of a case that is still in work', async () => {
    const { body } = await anna.send('POST', '/api/persons/erase', {
      email: MARKS.email,
      reference: 'letter 7',
      why: 'They asked for it.',
    });
    expect(body).toMatchObject({ already: false, erasure: { casesInWork: true } });
    expect(await everyDocument(server.databaseName, ANY_MARK)).toEqual([]);
    // What is answered to them now goes nowhere, and says why.
    await answer(inWork, 'Too late', 'Gone');
    await server.until(inWork, ({ status }) => status === 'stuck');
    const { body: stuck } = await anna.get('/api/incidents?limit=100');
    expect(Ids.parse(stuck).items.length).toBeGreaterThan(0);
    expect((await server.store.incidents.byCase(inWork)).at(-1)).toMatchObject({ code: 'erased' });
    const told = (await toldTemporal(server.client, server.taskQueue)).join('\n');
    expect(ANY_MARK.exec(told)?.[0]).toBeUndefined();
  });
});
