import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaptureAnswerSchema } from '../../engine/api/mention.schema.ts';
import { ask, serve, type Answer, type Served } from './served.ts';

let api: Served;
beforeAll(async () => {
  api = await serve();
});
afterAll(() => api.close());

const said = (fields: Record<string, unknown> = {}) => ({
  channel: 'tweet',
  externalId: randomBytes(6).toString('hex'),
  direction: 'inbound',
  author: { externalId: 'ann' },
  text: 'Nobody came.',
  occurredAt: new Date().toISOString(),
  ...fields,
});

function post(body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Answer> {
  const token = api.auth.bearerFor('bob');
  return ask(`${api.url}/api/mentions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body,
  });
}
const verdict = async (fields: Record<string, unknown>) =>
  CaptureAnswerSchema.parse((await post(JSON.stringify(said(fields)))).body).verdicts[0];

describe('a body', () => {
  it('of 10 MB goes in, each mention with its verdict', async () => {
    const mentions = Array.from({ length: 104 }, () => said({ text: 'x'.repeat(99_000) }));
    const { status, body } = await post(JSON.stringify({ mentions }));
    expect(status).toBe(200);
    const { verdicts } = CaptureAnswerSchema.parse(body);
    expect(verdicts.map(({ status: was }) => was)).toEqual(mentions.map(() => 'captured'));
  }, 60_000);

  it('that unpacks to more than that is refused before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, 0x20));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await post(bomb, { 'content-encoding': 'gzip' })).toMatchObject({
      status: 413,
      body: { code: 'too large' },
    });
  });

  it.each([
    ['another charset', { 'content-type': 'application/json; charset=shift_jis' }],
    ['another packing', { 'content-encoding': 'zstd' }],
    ['another type', { 'content-type': 'text/plain' }],
  ])('in %s is refused with what to do', async (_what, headers) => {
    expect(await post(JSON.stringify(said()), headers)).toMatchObject({
      status: 415,
      body: { code: 'unknown media type', whatToDo: expect.any(String) },
    });
  });

  it.each([
    ['not even packed', 'hello', { 'content-encoding': 'gzip' }],
    ['nested without end', '['.repeat(100_000) + ']'.repeat(100_000), {}],
    ['nothing', '', {}],
  ])('that is %s is refused, and no fault', async (_what, body, headers) => {
    expect(await post(body, headers)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });

  it('with too many mentions is told so at their field', async () => {
    const { body } = await post(JSON.stringify({ mentions: Array.from({ length: 1_001 }, () => said()) }));
    expect(body).toMatchObject({
      errors: [{ field: 'mentions', reason: 'a batch holds at most 1000 mentions' }],
    });
  });
});

describe('a mention', () => {
  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  it.each([
    ['from the future', { occurredAt: inDays(1) }, 'occurredAt'],
    ['of no day', { occurredAt: '2026-02-30T00:00:00Z' }, 'occurredAt'],
    ['without a zone', { occurredAt: '2026-02-20T10:00:00' }, 'occurredAt'],
    ['with an id of 4 kB', { externalId: 'x'.repeat(4_096) }, 'externalId'],
    ['by an author with an id of 4 kB', { author: { externalId: 'x'.repeat(4_096) } }, 'author.externalId'],
    ['with a NUL in its id', { externalId: 'a\0b' }, 'externalId'],
    ['with a text that is a number', { text: 5 }, 'text'],
    ['too long to be read', { text: 'x'.repeat(100_001) }, 'text'],
    ['with a bag without bottom', { extra: JSON.parse('{"a":'.repeat(50) + '1' + '}'.repeat(50)) }, 'extra'],
  ])('%s is rejected, with field and reason', async (_what, fields, field) => {
    expect(await verdict(fields)).toEqual({ status: 'rejected', field, reason: expect.stringMatching(/\w/) });
  });

  it.each([
    ['a little ahead of our clock', { occurredAt: new Date(Date.now() + 60_000).toISOString() }],
    ['of emoji alone', { text: '😡😡🔥' }],
    ['with nothing that can be seen', { text: '\u200B\u200D\u2060' }],
    ['with half a character', { text: '\ud83d alone' }],
    ['with a member named __proto__', JSON.parse('{"extra":{"__proto__":{"admin":true}}}')],
  ])('%s is captured', async (_what, fields) => {
    expect(await verdict(fields)).toMatchObject({ status: 'captured' });
  });
});
