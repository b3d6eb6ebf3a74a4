import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth, LINK_MS, SESSION_MS } from '../../engine/api/auth.ts';
import { ask, serve } from './served.ts';
import type { Served } from './served.ts';

let api: Served;
beforeAll(async () => {
  api = await serve();
});
afterAll(() => api.close());

const visit = (token: string) => ask(`${api.url}/sign-in?token=${encodeURIComponent(token)}`);
const withCookie = (cookie: string) => ask(`${api.url}/api/session`, { headers: { cookie } });
const sessionCookie = (set: string | null) => /earshot=[^;]+/.exec(set ?? '')?.[0] ?? '';

describe('a sign-in link', () => {
  it('sets a cookie that scripts and other sites cannot use, and leads to the first page', async () => {
    const { status, headers } = await visit(api.auth.linkFor('bob'));
    expect(status).toBe(303);
    expect(headers.get('location')).toBe('/');
    expect(headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
    const session = await withCookie(sessionCookie(headers.get('set-cookie')));
    expect(session.body).toMatchObject({ person: { id: 'bob', team: { id: 'north', name: 'North' } } });
  });

  it('is good once, even for two who use it at the same moment', async () => {
    const link = api.auth.linkFor('bob');
    const answers = await Promise.all([visit(link), visit(link), visit(link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401]);
  });

  it('is refused when it is forged, cut or of another secret, with a page that says what to do', async () => {
    const link = api.auth.linkFor('bob');
    const stranger = createAuth({
      secret: Buffer.alloc(32, 7),
      claimOnce: () => Promise.resolve(true),
      now: Date.now,
    });
    for (const token of ['', 'x', 'a.b.c', link.slice(0, -2), `x${link}`, stranger.linkFor('anna')]) {
      const { status, body, headers } = await visit(token);
      expect(status).toBe(401);
      expect(headers.get('set-cookie')).toBeNull();
      expect(body).toContain('npm run -s earshot -- link');
    }
  });

  it('is refused after ten minutes, and a session ends after thirty days', async () => {
    const old = api.auth.linkFor('bob');
    const { headers } = await visit(api.auth.linkFor('bob'));
    const cookie = sessionCookie(headers.get('set-cookie'));
    api.advance(LINK_MS + 1);
    expect((await visit(old)).status).toBe(401);
    expect((await withCookie(cookie)).status).toBe(200);
    api.advance(SESSION_MS);
    expect((await withCookie(cookie)).status).toBe(401);
  });

  it('is no session by itself', async () => {
    const { status } = await ask(`${api.url}/api/session`, {
      headers: { authorization: `Bearer ${api.auth.linkFor('bob')}` },
    });
    expect(status).toBe(401);
  });
});

describe('without being signed in', () => {
  it('every address but health and the description of the API is refused with a problem', async () => {
    const nobody = api.as(null);
    for (const path of [
      '/api/session',
      '/api/cases',
      '/api/tasks',
      '/api/audit',
      '/api/changes',
      '/api/people',
    ]) {
      const { status, headers, body } = await nobody.get(path);
      expect(status).toBe(401);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(body).toMatchObject({ code: 'not signed in', status: 401 });
    }
    expect((await nobody.get('/api/openapi.json')).status).toBe(200);
    expect((await nobody.get('/api/health')).body).toMatchObject({ up: true, store: true });
  });

  it('somebody who has left is nobody', async () => {
    expect((await api.as('max').get('/api/session')).status).toBe(401);
    expect((await api.as('stranger').get('/api/session')).status).toBe(401);
  });
});

describe('a page of another site', () => {
  it('cannot write: a form is refused, JSON is read', async () => {
    const { headers } = await visit(api.auth.linkFor('bob'));
    const cookie = sessionCookie(headers.get('set-cookie'));
    const write = (contentType: string) =>
      ask(`${api.url}/api/mentions`, {
        method: 'POST',
        headers: { cookie, 'content-type': contentType },
        body: '{"mentions":[{}]}',
      });
    expect((await write('text/plain')).status).toBe(415);
    expect((await write('application/x-www-form-urlencoded')).status).toBe(415);
    expect((await write('application/json')).status).toBe(200);
    const signOut = (more: Record<string, string>) =>
      ask(`${api.url}/api/sign-out`, { method: 'POST', headers: { cookie, ...more } });
    expect((await signOut({})).status).toBe(415);
    expect((await signOut({ 'x-earshot': '1' })).headers.get('set-cookie')).toMatch(/earshot=;/);
  });
});

it('the log holds neither tokens nor texts', async () => {
  const link = api.auth.linkFor('bob');
  await visit(link);
  await api.as('bob').send('POST', '/api/mentions', { mentions: [{ text: 'a very private sentence' }] });
  expect(api.log.length).toBeGreaterThan(0);
  const log = api.log.join('');
  expect(log).not.toContain(link.slice(0, 40));
  expect(log).not.toContain('Bearer');
  expect(log).not.toContain('private sentence');
  expect(log).not.toContain('earshot=');
});

it('guessing is slowed down: after twenty tries in a minute the next is told to wait', async () => {
  const tries = await Promise.all(Array.from({ length: 25 }, () => visit('a guess')));
  const last = tries.find(({ status }) => status === 429);
  expect(last?.body).toMatchObject({ code: 'too many requests', whatToDo: expect.any(String) });
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
});
