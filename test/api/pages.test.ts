import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, serve, type Served } from './served.ts';

const SCRIPT = "document.documentElement.dataset.scheme = 'dark'";
let folder: string;
let api: Served;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-.pages-'));
  const pagesDir = join(folder, '.built');
  mkdirSync(join(pagesDir, 'assets'), { recursive: true });
  writeFileSync(
    join(pagesDir, 'index.html'),
    `<!doctype html><script>${SCRIPT}</script><div id="root"></div>`,
  );
  writeFileSync(join(pagesDir, 'assets', 'main-4f2a.js'), 'void 0');
  writeFileSync(join(pagesDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  api = await serve({ pagesDir });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

it('every address of the pages answers index.html, asked for anew each time', async () => {
  for (const path of ['/', '/cases', '/cases/abc?status=open', '/apiary']) {
    const { status, headers, body } = await ask(`${api.url}${path}`);
    expect(status).toBe(200);
    expect(body).toContain('id="root"');
    expect(headers.get('cache-control')).toBe('no-cache');
  }
});

it('hashed files are kept for ever; one that is not there is a problem, not a page', async () => {
  const { headers } = await ask(`${api.url}/assets/main-4f2a.js`);
  expect(headers.get('cache-control')).toMatch(/max-age=31536000, immutable/);
  expect((await ask(`${api.url}/icon.svg`)).status).toBe(200);
  for (const path of ['/assets/gone.js', '/api/nothing', '/api', '/assets/..%2f..%2fetc%2fpasswd']) {
    const { status, headers: sent } = await ask(`${api.url}${path}`);
    expect([400, 403, 404]).toContain(status);
    expect(sent.get('content-type')).toMatch(/^application\/problem\+json/);
  }
});

it('nothing but what Earshot serves may run on a page, and no other site may frame it', async () => {
  const { headers } = await ask(`${api.url}/`);
  const policy = headers.get('content-security-policy') ?? '';
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});
