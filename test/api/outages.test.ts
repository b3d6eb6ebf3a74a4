import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectRuns } from '../../engine/runs/connect.ts';
import type { Runs } from '../../engine/runs/runs.ts';
import { openStore, type Store } from '../../engine/store/store.ts';
import { openWire, type Wire } from '../setup/wire.ts';
import { dropDatabase, mongoUri, serve, type Served } from './served.ts';

const database = `earshot_outage_${randomBytes(5).toString('hex')}`;
let line: Wire;
let store: Store;
let runs: Runs;
let api: Served;
beforeAll(async () => {
  line = await openWire(mongoUri());
  store = await openStore({ uri: line.uri, database });
  // Nothing listens on port 1: Temporal is down all the while.
  runs = await connectRuns({ address: '127.0.0.1:1', namespace: 'none', taskQueue: 'none', store });
  api = await serve({ on: { store, runs } });
});
afterAll(async () => {
  await api.close();
  await runs.close();
  await store.close();
  await dropDatabase(database);
});

const mention = {
  channel: 'tweet',
  externalId: 'said while nothing worked',
  direction: 'inbound',
  author: { externalId: 'u' },
  text: 'Nobody came.',
  occurredAt: new Date().toISOString(),
};

it('while Temporal is down capture goes on, pages are answered, and acts on runs say so', async () => {
  const { body } = await api
    .as('bob')
    .send('POST', '/api/mentions', { mentions: [{ ...mention, externalId: 'first' }] });
  expect(body).toMatchObject({ verdicts: [{ status: 'captured' }] });
  expect((await api.as(null).get('/api/health')).body).toMatchObject({ temporal: false, store: true });
  const [first] = (await store.cases.list({})).items;
  const cancelled = await api.as('anna').send('POST', `/api/cases/${first?.id}/cancel`, { why: 'A trial.' });
  expect(cancelled.status).toBe(503);
  expect(cancelled.body).toMatchObject({ code: 'runs down' });
  expect((await store.audit.list({ act: 'cancelled a case' })).items).toEqual([]);
});

it('while MongoDB is down nothing is acknowledged, and what is sent again later is captured once', async () => {
  line.cut();
  const bob = api.as('bob');
  const refused = await bob.send('POST', '/api/mentions', { mentions: [mention] });
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.body).toMatchObject({ code: 'store down', whatToDo: expect.any(String) });
  expect((await api.as(null).get('/api/health')).body).toMatchObject({ up: true, store: false });
  await line.mend();
  await expect
    .poll(async () => (await bob.send('POST', '/api/mentions', { mentions: [mention] })).body, {
      timeout: 20_000,
    })
    .toMatchObject({ verdicts: [{ status: 'captured' }] });
}, 60_000);
