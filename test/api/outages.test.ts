import { createServer, connect, type Server, type Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectRuns } from '../../engine/runs/connect.ts';
import type { Runs } from '../../engine/runs/runs.ts';
import { openStore, type Store } from '../../engine/store/store.ts';
import { dropDatabase, mongoUri, serve, type Served } from './served.ts';

/** A wire to MongoDB that can be cut and mended. */
async function wire(): Promise<{ port: number; cut(): void; mend(): Promise<void> }> {
  const target = new URL(mongoUri().replace('mongodb://', 'http://'));
  const sockets = new Set<Socket>();
  let port = 0;
  let server: Server;
  const mend = (): Promise<void> =>
    new Promise((resolve) => {
      server = createServer((near) => {
        const far = connect(Number(target.port || 27_017), target.hostname);
        for (const socket of [near, far]) {
          sockets.add(socket);
          socket.on('error', () => undefined);
          socket.on('close', () => {
            near.destroy();
            far.destroy();
          });
        }
        near.pipe(far).pipe(near);
      });
      server.listen(port, '127.0.0.1', () => {
        const bound = server.address();
        port = typeof bound === 'object' && bound !== null ? bound.port : 0;
        resolve();
      });
    });
  await mend();
  return {
    port,
    mend,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
  };
}

const database = `earshot_outage_${randomBytes(5).toString('hex')}`;
let line: Awaited<ReturnType<typeof wire>>;
let store: Store;
let runs: Runs;
let api: Served;
beforeAll(async () => {
  line = await wire();
  store = await openStore({ uri: `mongodb://127.0.0.1:${line.port}/?directConnection=true`, database });
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
