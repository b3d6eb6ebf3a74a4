import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimInStore, createApp } from '../../engine/api/app.ts';
import { createAuth, type Auth } from '../../engine/api/auth.ts';
import { ask, serve, type Served } from './served.ts';

let api: Served;
let server: Server;
let auth: Auth;
let url: string;
beforeAll(async () => {
  api = await serve();
  auth = createAuth({ secret: randomBytes(32), claimOnce: claimInStore(api.store), now: Date.now });
  const app = createApp({
    store: api.store,
    runs: api.runs,
    auth,
    logger: pino({ level: 'silent' }),
    version: '0.0.0',
    workAsCookie: 'work-as',
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const bound = server.address();
  url = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await api.close();
});

const asking = (signedIn: string, cookie = ''): { readonly [name: string]: string } => ({
  authorization: `Bearer ${auth.bearerFor(signedIn)}`,
  'content-type': 'application/json',
  cookie,
});
const choose = (signedIn: string, person: string | null) =>
  ask(`${url}/api/work-as`, {
    method: 'POST',
    headers: asking(signedIn),
    body: JSON.stringify({ person }),
  });

it('lets an admin act as a colleague, and records the colleague', async () => {
  const chosen = await choose('anna', 'bob');
  expect(chosen.status).toBe(204);
  const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { body } = await ask(`${url}/api/session`, { headers: asking('anna', cookie) });
  expect(body).toMatchObject({ person: { id: 'bob' }, signedInAs: { id: 'anna' }, mayWorkAs: true });
  await ask(`${url}/api/channels/forum`, {
    method: 'PUT',
    headers: asking('anna', cookie),
    body: JSON.stringify({ kind: 'forum' }),
  }).then((answer) => expect(answer.status).toBe(403));
});

it('lets nobody else', async () => {
  expect((await choose('bob', 'anna')).status).toBe(403);
  const { body } = await ask(`${url}/api/session`, { headers: asking('bob', 'work-as=anna') });
  expect(body).toMatchObject({ person: { id: 'bob' }, signedInAs: null, mayWorkAs: false });
});

it('knows nobody who left or never was, and goes back to who signed in', async () => {
  expect((await choose('anna', 'max')).status).toBe(404);
  expect((await choose('anna', 'nobody')).status).toBe(404);
  const { body } = await ask(`${url}/api/session`, { headers: asking('anna', 'work-as=%E0%A4%A') });
  expect(body).toMatchObject({ person: { id: 'anna' } });
  expect((await choose('anna', null)).headers.get('set-cookie')).toMatch(/^work-as=;/);
});
