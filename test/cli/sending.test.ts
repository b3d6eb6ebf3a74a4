import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { IncomingMention } from '../../definitions/model/mention.ts';
import { createApiClient } from '../../engine/cli/api-client.ts';
import { sendBatch } from '../../engine/cli/import/send.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0))
    await new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));
});

/** Something that speaks HTTP as the API does, one handler per request, the last one for all that follow. */
async function speaker(
  ...handlers: ((request: { body: string; url: string }, response: ServerResponse) => void)[]
) {
  const requests: { body: string; url: string; authorization: string | undefined }[] = [];
  const server = createServer((message: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const request = {
        body: Buffer.concat(chunks).toString(),
        url: message.url ?? '',
        authorization: message.headers.authorization,
      };
      requests.push(request);
      handlers[Math.min(requests.length, handlers.length) - 1]?.(request, response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, requests };
}

const answer = (status: number, body: unknown) => (_request: unknown, response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const cut = (_request: unknown, response: ServerResponse) => void response.destroy();
const problem = (status: number, more: object = {}) =>
  answer(status, {
    type: 'about:blank',
    title: 'No',
    status,
    detail: 'No.',
    code: 'invalid',
    whatToDo: 'Change it.',
    ...more,
  });

const client = (url: string, patienceMs = 20_000, notices: string[] = []) =>
  createApiClient({
    target: () => ({ url, token: 'secret' }),
    notice: (sentence) => notices.push(sentence),
    patienceMs,
  });

const row = (n: number) => ({
  line: n,
  mention: {
    channel: 'c',
    externalId: String(n),
    direction: 'inbound',
    author: { externalId: 'a' },
    text: 'hi',
    occurredAt: '2020-01-01T00:00:00.000Z',
  } satisfies IncomingMention,
});

describe('a request', () => {
  it('carries the token, and is asked again after a lost connection and while the store is down', async () => {
    const { url, requests } = await speaker(cut, problem(503), answer(200, { fine: true }));
    const notices: string[] = [];
    const { body } = await client(url, 20_000, notices).request('GET', '/api/session');
    expect(body).toEqual({ fine: true });
    expect(requests.map(({ authorization }) => authorization)).toEqual([
      'Bearer secret',
      'Bearer secret',
      'Bearer secret',
    ]);
    expect(notices).toHaveLength(2);
    expect(notices[1]).toBe('Earshot does not answer (status 503); trying again in 0.5 s.');
  });

  it('goes to where Earshot is after its restart', async () => {
    const gone = await speaker(cut);
    const back = await speaker(answer(200, 'back'));
    const targets = [gone.url, back.url];
    const moving = createApiClient({
      target: () => ({ url: targets.shift() ?? back.url, token: 't' }),
      notice: () => undefined,
      patienceMs: 20_000,
    });
    expect((await moving.request('GET', '/')).body).toBe('back');
  });

  it('is given up when patience is over, saying what to do', async () => {
    const { url } = await speaker(cut);
    await expect(client(url, 600).request('GET', '/')).rejects.toThrow(
      /^Earshot did not answer \(.+\): see that it runs/,
    );
    const nowhere = createApiClient({ target: () => null, notice: () => undefined, patienceMs: 0 });
    await expect(nowhere.request('GET', '/')).rejects.toThrow('nothing runs on this data folder');
  });

  it('that is refused is not asked again', async () => {
    const { url, requests } = await speaker(problem(404));
    expect((await client(url).request('GET', '/')).problem?.code).toBe('invalid');
    expect(requests).toHaveLength(1);
  });
});

describe('a batch', () => {
  const captured = (request: { body: string }, response: ServerResponse) => {
    const { mentions }: { mentions: { externalId: string }[] } = JSON.parse(request.body);
    if (mentions.some(({ externalId }) => externalId === '3')) {
      problem(400, { errors: [{ field: 'url', reason: 'is too long' }] })(request, response);
      return;
    }
    answer(200, {
      verdicts: mentions.map(({ externalId }) => ({
        status: 'captured',
        mentionId: externalId,
        caseId: null,
      })),
    })(request, response);
  };

  it('refused as a whole is sent in halves until only the mention to blame stays out', async () => {
    const { url } = await speaker(captured);
    const verdicts = await sendBatch(client(url), [1, 2, 3, 4, 5].map(row), 'import 1');
    expect(verdicts.map(({ status }) => status)).toEqual([
      'captured',
      'captured',
      'rejected',
      'captured',
      'captured',
    ]);
    expect(verdicts[2]).toEqual({ status: 'rejected', field: 'url', reason: 'is too long' });
  });

  it('carries the same import id each time it is tried', async () => {
    const { url, requests } = await speaker(cut, captured);
    await sendBatch(client(url), [row(1)], 'import 1');
    expect(requests.map(({ body }) => JSON.parse(body).importId)).toEqual(['import 1', 'import 1']);
  });

  it('that may not be sent at all ends the import', async () => {
    const { url } = await speaker(problem(401, { detail: 'You are not signed in' }));
    await expect(sendBatch(client(url), [row(1)], 'x')).rejects.toThrow(
      'Earshot refused the import (You are not signed in): Change it.',
    );
  });
});
