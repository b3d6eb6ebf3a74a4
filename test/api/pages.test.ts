import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, serve, type Served } from './served.ts';

const SCRIPT = "document.documentElement.dataset.scheme = 'dark'";
const LARGE = 'void 0;'.repeat(1_000);
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
  const large = join(pagesDir, 'assets', 'large-77aa.js');
  writeFileSync(large, LARGE);
  writeFileSync(`${large}.br`, brotliCompressSync(LARGE));
  writeFileSync(`${large}.gz`, gzipSync(LARGE));
  writeFileSync(join(pagesDir, 'assets', 'old-1b1b.js.br'), brotliCompressSync(LARGE));
  writeFileSync(join(pagesDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  api = await serve({ pagesDir });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

it('every address of the pages answers index.html, asked for anew each time', async () => {
  for (const path of ['/', '/cases', '/cases/abc?status=open', '/cases/%E0%A4%A', '/apiary']) {
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
  for (const path of [
    '/assets/gone.js',
    '/api/nothing',
    '/api',
    '/assets/..%2f..%2fetc%2fpasswd',
    '/assets/%E0%A4%A',
  ]) {
    const { status, headers: sent } = await ask(`${api.url}${path}`);
    expect([400, 403, 404]).toContain(status);
    expect(sent.get('content-type')).toMatch(/^application\/problem\+json/);
  }
});

it('sends what was compressed when it was built to whoever takes that', async () => {
  const plain = await raw('/assets/large-77aa.js', 'identity');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(LARGE);
  const small = await raw('/assets/large-77aa.js', 'gzip, deflate, br');
  expect(small.headers['content-encoding']).toBe('br');
  expect(small.headers['content-type']).toMatch(/^text\/javascript/);
  expect(small.headers['vary']).toBe('Accept-Encoding');
  expect(small.headers['cache-control']).toMatch(/immutable/);
  expect(brotliDecompressSync(small.body).toString()).toBe(LARGE);
  const other = await raw('/assets/large-77aa.js', 'gzip');
  expect(other.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(other.body).toString()).toBe(LARGE);
});

it('one that is gone since is a problem that can be read', async () => {
  rmSync(join(folder, '.built', 'assets', 'old-1b1b.js.br'));
  const gone = await raw('/assets/old-1b1b.js', 'br');
  expect(gone.status).toBe(404);
  expect(gone.headers['content-encoding']).toBeUndefined();
  expect(JSON.parse(gone.body.toString())).toMatchObject({ status: 404 });
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

/** What is sent to whoever takes such encodings, as it is sent. */
function raw(path: string, encodings: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    get(`${api.url}${path}`, { headers: { 'accept-encoding': encodings } }, (response) => {
      const { statusCode: status = 0, headers } = response;
      buffer(response).then((body) => resolve({ status, headers, body }), reject);
    }).on('error', reject);
  });
}

interface Raw {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
