import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { claimInStore, createApp } from '../../engine/api/app.ts';
import { createAuth, type Auth } from '../../engine/api/auth.ts';
import { serveSampleDay, type SampleSpace } from '../../engine/api/sample-space.ts';
import { ensureFirstPerson, FIRST_PERSON } from '../../engine/local/first-people.ts';
import { besideAsSample, openSpace, type Space, type SpaceAddress } from '../../engine/runs/space.ts';
import { ensureNamespace } from '../../engine/runs/namespace.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { contractOf, type Contract } from './contract.ts';
import { ask, dropDatabase, mongoUri } from './served.ts';

const MORNING = '2026-03-02T07:30:00.000Z';
const suffix = randomBytes(5).toString('hex');
const address: SpaceAddress = {
  mongodbUri: mongoUri(),
  database: `earshot_api_${suffix}`,
  temporalAddress: process.env['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233',
  namespace: 'earshot-test',
  taskQueue: `api-${suffix}`,
};
const logger = pino({ level: 'silent' });

let own: Space;
let connection: Connection;
let sample: SampleSpace;
let server: Server;
let auth: Auth;
let url: string;
let contract: Contract;
beforeAll(async () => {
  own = await openSpace(address, logger);
  await ensureFirstPerson(own.store);
  await own.store.catalogue.publish(
    'test',
    shippedActivities.map((activity) => activity.contract),
  );
  connection = Connection.lazy({ address: address.temporalAddress });
  await ensureNamespace(connection, besideAsSample(address).namespace);
  auth = createAuth({ secret: randomBytes(32), claimOnce: claimInStore(own.store), now: Date.now });
  const common = { auth, logger, version: '0.0.0' };
  sample = serveSampleDay({
    store: own.store,
    address: besideAsSample(address),
    connection,
    logger,
    crmFolder: join(tmpdir(), `earshot-sample-crm-${suffix}`),
    appOf: ({ store, runs, now }, control, closing) =>
      createApp({ ...common, store, runs, now, closing, sampleDay: { control, isHere: true } }),
  });
  const app = createApp({
    ...common,
    store: own.store,
    runs: own.runs,
    sampleDay: { control: sample.control, isHere: false },
    underSample: sample.handler,
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const bound = server.address();
  url = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  contract = contractOf((await ask(`${url}/api/openapi.json`)).body);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await sample.stop();
  await own.close();
  await connection.close();
  await dropDatabase(address.database);
});

const headers = (): { readonly [name: string]: string } => ({
  authorization: `Bearer ${auth.bearerFor(FIRST_PERSON.id)}`,
  'content-type': 'application/json',
});
const me = () =>
  contract.watch({
    get: (path) => ask(`${url}${path}`, { headers: headers() }),
    send: (method, path, body) =>
      ask(`${url}${path}`, { method, headers: headers(), body: JSON.stringify(body) }),
  });
const inSample = (path: string) => ask(`${url}/sample/api${path}`, { headers: headers() });
const Day = z.object({ clock: z.object({ real: z.number(), story: z.number(), scale: z.number() }) });

it('is offered, and there is nothing under its address', async () => {
  expect((await me().get('/api/session')).body).toMatchObject({ sampleDay: 'offered' });
  expect((await me().get('/api/sample-day')).body).toBe(null);
  expect((await inSample('/cases')).status).toBe(404);
});

it('started twice is one, in the story’s time', async () => {
  const starting = { morning: MORNING };
  const answers = await Promise.all([
    me().send('POST', '/api/sample-day', starting),
    me().send('POST', '/api/sample-day', starting),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect((await me().get('/api/session')).body).toMatchObject({ sampleDay: 'on' });
  expect((await inSample('/session')).body).toMatchObject({ sampleDay: 'here' });
  const { clock } = Day.parse((await inSample('/sample-day')).body);
  expect(clock.story).toBe(Date.parse(MORNING));
  expect(clock.scale).toBe(1440);
});

it('is held, told slowly and told by itself, without a jump in its time', async () => {
  await me().send('POST', '/api/sample-day/pace', { pace: 'paused' });
  const held = Day.parse((await inSample('/sample-day')).body).clock;
  expect(held.scale).toBe(0);
  expect(held.story).toBeGreaterThan(Date.parse(MORNING));
  await me().send('POST', '/api/sample-day/pace', { pace: 'slow' });
  const slow = Day.parse((await inSample('/sample-day')).body).clock;
  expect(slow.story).toBe(held.story);
  await me().send('POST', '/api/sample-day/answers', { byThemselves: true });
  expect((await inSample('/sample-day')).body).toMatchObject({ pace: 'slow', byThemselves: true });
});

it('is taken away without trace, and can be started again', async () => {
  const before = await documentsOf(address.database);
  expect((await me().send('POST', '/api/sample-day/remove', {})).status).toBe(204);
  expect((await me().get('/api/session')).body).toMatchObject({ sampleDay: 'offered' });
  expect(await documentsOf(besideAsSample(address).database)).toEqual({});
  const { sampledays: gone, ...left } = await documentsOf(address.database);
  expect(gone).toBe(0);
  expect(left).toEqual({ ...before, sampledays: undefined });
  expect((await me().send('POST', '/api/sample-day', { morning: MORNING })).status).toBe(204);
  expect((await me().send('POST', '/api/sample-day/remove', {})).status).toBe(204);
}, 60_000);

/** How many documents each collection of a data set holds. */
async function documentsOf(database: string): Promise<{ readonly [collection: string]: number }> {
  const open = await mongoose.createConnection(mongoUri(), { dbName: database }).asPromise();
  const collections = (await open.db?.listCollections().toArray()) ?? [];
  const counts: Record<string, number> = {};
  for (const { name } of collections) counts[name] = (await open.db?.collection(name).countDocuments()) ?? 0;
  await open.close();
  return counts;
}
