import { randomBytes } from 'node:crypto';
import { CloudEvent, HTTP } from 'cloudevents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { IncomingMention } from '../../definitions/model/mention.ts';
import { ChannelSecretSchema } from '../../engine/api/channel.schema.ts';
import { CaptureAnswerSchema } from '../../engine/api/mention.schema.ts';
import { SIGNATURE_HEADER, signatureOf } from '../../engine/api/webhook-signature.ts';
import { ask, serve } from './served.ts';
import type { Answer, Served } from './served.ts';

let api: Served;
beforeAll(async () => {
  api = await serve();
});
afterAll(() => api.close());

function said(fields: Partial<IncomingMention> = {}): IncomingMention {
  const id = randomBytes(6).toString('hex');
  return {
    channel: 'tweet',
    externalId: id,
    threadId: id,
    direction: 'inbound',
    author: { externalId: `author-${id}` },
    text: 'Nobody came.',
    brand: 'cableco',
    occurredAt: new Date().toISOString(),
    ...fields,
  };
}
const capture = (body: unknown) => api.as('bob').send('POST', '/api/mentions', body);
const verdicts = (answer: Answer) => CaptureAnswerSchema.parse(answer.body).verdicts;
const statuses = (answer: Answer) => verdicts(answer).map(({ status }) => status);

describe('a batch of mentions', () => {
  it('gets a verdict for each in its order, and one bad row does not hold up the others', async () => {
    const twice = said();
    const { status, body } = await capture({
      mentions: [said(), { text: 'no author' }, twice, 7, { ...said(), occurredAt: 'yesterday' }, twice],
    });
    expect(status).toBe(200);
    const got = CaptureAnswerSchema.parse(body).verdicts;
    expect(got.map((verdict) => verdict.status)).toEqual([
      'captured',
      'rejected',
      'captured',
      'rejected',
      'rejected',
      'duplicate',
    ]);
    expect(got[1]).toMatchObject({ field: expect.any(String), reason: expect.any(String) });
    expect(got[4]).toMatchObject({ field: 'occurredAt' });
  });

  it('may be one mention alone; again it is a duplicate, under its import id it is captured again', async () => {
    const one = said();
    expect(statuses(await capture(one))).toEqual(['captured']);
    expect(statuses(await capture(one))).toEqual(['duplicate']);
    const imported = { mentions: [said()], importId: randomBytes(4).toString('hex') };
    expect(statuses(await capture(imported))).toEqual(['captured']);
    expect(statuses(await capture(imported))).toEqual(['captured']);
    const { body } = await api.as('bob').get(`/api/imports/${imported.importId}`);
    expect(body).toMatchObject({ mentions: 1, conversations: 1, cases: 1 });
  });

  it('is refused as a whole when it is no batch, too long or too large', async () => {
    expect((await capture({ mentions: [] })).body).toMatchObject({ code: 'invalid', status: 400 });
    expect((await capture({ mentions: Array(1_001).fill({}) })).status).toBe(400);
    expect((await capture('nothing')).status).toBe(400);
    const large = await capture({ mentions: [said({ text: 'x'.repeat(13 * 1024 * 1024) })] });
    expect(large.status).toBe(413);
    expect(large.body).toMatchObject({ code: 'too large', whatToDo: expect.any(String) });
  });

  it('that is not JSON is refused without a word of the parser', async () => {
    const { status, body } = await ask(`${api.url}/api/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.auth.bearerFor('bob')}`, 'content-type': 'application/json' },
      body: '{"mentions": [',
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toMatch(/SyntaxError|position|stack/);
  });

  it('keeps texts as they were said: emoji, right-to-left, zero-width and HTML', async () => {
    const texts = ['😡😡😡', 'لم يأتِ أحد', 'no\u200bbody', '<script>alert(1)</script><b>nobody</b>'];
    const got = verdicts(await capture({ mentions: texts.map((text) => said({ text })) }));
    for (const [index, verdict] of got.entries()) {
      if (verdict.status !== 'captured') throw new Error(JSON.stringify(verdict));
      const { body } = await api.as('bob').get(`/api/cases/${verdict.caseId}`);
      expect(body).toMatchObject({ conversation: [{ what: 'mention', text: texts[index] }] });
    }
  });
});

describe('a webhook', () => {
  const declare = async (channel: string) =>
    ChannelSecretSchema.parse(
      (await api.as('anna').send('PUT', `/api/channels/${channel}`, { kind: 'shop' })).body,
    );
  const push = (
    channel: string,
    secret: string,
    body: string,
    headers: Record<string, string> = {},
    aheadS = 0,
  ) =>
    ask(`${api.url}/api/channels/${channel}/webhook`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [SIGNATURE_HEADER]: signatureOf(secret, Buffer.from(body), Math.floor(Date.now() / 1000) + aheadS),
        ...headers,
      },
      body,
    });

  it('with the channel’s signature is captured, as plain JSON and as CloudEvents in both modes', async () => {
    const { secret } = await declare('reviews');
    const { channel: _channel, direction: _direction, ...plain } = said();
    expect(statuses(await push('reviews', secret, JSON.stringify(plain)))).toEqual(['captured']);
    const data = { author: { externalId: 'u1' }, text: 'Nobody came.' };
    for (const mode of [HTTP.structured, HTTP.binary]) {
      const event = new CloudEvent({ source: '/shop', type: 'review', data });
      const { headers, body } = mode(event);
      const flat = z.record(z.string(), z.string()).parse(headers);
      expect(statuses(await push('reviews', secret, String(body), flat))).toEqual(['captured']);
      expect(statuses(await push('reviews', secret, String(body), flat))).toEqual(['duplicate']);
    }
  });

  it('of the same kind keeps its secret when it is declared again', async () => {
    expect((await declare('stable')).secret).toBe((await declare('stable')).secret);
  });

  it('unsigned, wrongly signed, for another channel or too old is refused and stores nothing', async () => {
    const { secret } = await declare('signed');
    const other = await declare('other');
    const body = JSON.stringify({ ...said(), externalId: 'pushed' });
    const refusals = [
      await push('signed', other.secret, body),
      await push('nowhere', secret, body),
      await push('signed', secret, body, {}, -301),
      await push('signed', secret, body, { [SIGNATURE_HEADER]: '' }),
      await push('signed', secret, body, { [SIGNATURE_HEADER]: 'sha256=abc' }),
    ];
    for (const { status, body: problem } of refusals) {
      expect(status).toBe(401);
      expect(problem).toMatchObject({ code: 'bad signature', whatToDo: expect.any(String) });
    }
    expect(statuses(await push('signed', secret, body))).toEqual(['captured']);
  });

  it('is declared by engineers alone', async () => {
    const { status, body } = await api.as('bob').send('PUT', '/api/channels/mine', { kind: 'shop' });
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'not allowed' });
  });
});
