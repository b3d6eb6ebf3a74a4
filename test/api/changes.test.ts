import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from './served.ts';
import type { Served } from './served.ts';

let api: Served;
beforeAll(async () => {
  api = await serve();
});
afterAll(() => api.close());

/** Reads the stream until what came so far holds `wanted`; fails after a while. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: RegExp): Promise<string> {
  const decoder = new TextDecoder();
  let heard = '';
  const late = AbortSignal.timeout(15_000);
  while (!wanted.test(heard)) {
    const next = await Promise.race([
      reader.read(),
      new Promise<never>((_, reject) =>
        late.addEventListener('abort', () => reject(new Error(`not heard ${wanted}: ${heard}`)), {
          once: true,
        }),
      ),
    ]);
    if (next.done) throw new Error(`ended: ${heard}`);
    heard += decoder.decode(next.value, { stream: true });
  }
  return heard;
}

async function listen(headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(`${api.url}/api/changes`, {
    headers: { authorization: `Bearer ${api.auth.bearerFor('bob')}`, ...headers },
    signal: stop.signal,
  });
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  return { response, reader, stop: () => stop.abort() };
}

it('a page that listens is told of a new case, whoever captured it', async () => {
  const { response, reader, stop } = await listen({ 'last-event-id': 'from another life' });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  await readUntil(reader, /event: ready/);
  const [verdict] = await api.store.mentions.capture([
    {
      channel: 'tweet',
      externalId: randomBytes(6).toString('hex'),
      direction: 'inbound',
      author: { externalId: 'u' },
      text: 'Nobody came.',
      occurredAt: new Date().toISOString(),
    },
  ]);
  if (verdict?.status !== 'captured' || verdict.caseId === null) throw new Error('not captured');
  const heard = await readUntil(
    reader,
    new RegExp(`event: change\ndata: [^\n]*"kind":"case"[^\n]*${verdict.caseId}`),
  );
  expect(heard).not.toContain('Nobody came');
  stop();
});

it('many listen to one watch, and one that leaves does not deafen the others', async () => {
  const first = await listen();
  const second = await listen();
  await Promise.all([readUntil(first.reader, /ready/), readUntil(second.reader, /ready/)]);
  first.stop();
  await api.store.mentions.capture([
    {
      channel: 'tweet',
      externalId: randomBytes(6).toString('hex'),
      direction: 'inbound',
      author: { externalId: 'u' },
      text: 'Still nobody.',
      occurredAt: new Date().toISOString(),
    },
  ]);
  await readUntil(second.reader, /event: change/);
  second.stop();
});
