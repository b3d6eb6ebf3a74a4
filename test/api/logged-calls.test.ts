import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CallReceiptSchema } from '../../engine/api/logged-call.schema.ts';
import { serve, type Served } from './served.ts';

let api: Served;
beforeAll(async () => {
  api = await serve();
});
afterAll(() => api.close());

const log = (more: object = {}, who = 'bob') =>
  api.as(who).send('POST', '/api/calls', {
    key: randomUUID(),
    channel: 'phone',
    who: { name: 'Dana Bluth', phone: '+1 212 555 0100' },
    said: 'Nobody came, for the third time.',
    at: new Date(Date.now() - 60_000).toISOString(),
    ...more,
  });

describe('a call that is logged', () => {
  it('is heard like any other mention, leads to its case, and is in the record with who logged it', async () => {
    const { status, body } = await log({ brand: 'cableco', region: 'North' });
    expect(status).toBe(201);
    const { caseId, mentionId } = CallReceiptSchema.parse(body);
    const mention = await api.store.mentions.find(mentionId);
    expect(mention).toMatchObject({
      kind: 'phone',
      direction: 'inbound',
      text: 'Nobody came, for the third time.',
      caseId,
      noted: { region: 'North' },
    });
    expect((await api.as('bob').get(`/api/cases/${caseId}`)).body).toMatchObject({
      title: 'Nobody came, for the third time.',
      brand: 'cableco',
      channel: 'phone',
      history: false,
      conversation: [{ what: 'mention', author: { name: 'Dana Bluth' } }],
    });
    const { items } = await api.store.audit.list({ caseId });
    expect(items).toMatchObject([
      { who: 'bob', act: 'logged a call', subject: mentionId, detail: { channel: 'phone', kind: 'phone' } },
    ]);
    expect(await api.store.cases.undelivered(10)).toContainEqual({ caseId, seq: 1 });
  });

  it('twice under one key is one call, and recorded once', async () => {
    const key = randomUUID();
    const both = [await log({ key }), await log({ key })].map(({ body }) => CallReceiptSchema.parse(body));
    expect(both[0]).toEqual(both[1]);
    expect((await api.store.audit.list({ caseId: both[0]?.caseId ?? '' })).items).toHaveLength(1);
  });

  it('is of the same speaker by a number or an address, and never by a name alone', async () => {
    const profileOf = async (who: object): Promise<string> => {
      const { mentionId } = CallReceiptSchema.parse((await log({ who })).body);
      return (await api.store.mentions.find(mentionId))?.profileId ?? '';
    };
    expect(await profileOf({ phone: '+1 (212) 555-0123' })).toBe(
      await profileOf({ name: 'Somebody else', phone: '+12125550123' }),
    );
    expect(await profileOf({ email: 'Dana@Example.org' })).toBe(
      await profileOf({ email: 'dana@example.org' }),
    );
    expect(await profileOf({ accountNumber: '4417-0092' })).toBe(
      await profileOf({ accountNumber: '44170092' }),
    );
    expect(await profileOf({ name: 'Dana' })).not.toBe(await profileOf({ name: 'Dana' }));
  });

  it('is refused at its field: without anybody, in the future, on a channel that is none', async () => {
    expect((await log({ who: {} })).body).toMatchObject({ code: 'invalid', errors: [{ field: 'who' }] });
    expect((await log({ said: '  ' })).body).toMatchObject({ code: 'invalid', errors: [{ field: 'said' }] });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect((await log({ at: tomorrow })).body).toMatchObject({
      code: 'ill-formed',
      errors: [{ field: 'at', reason: 'lies in the future' }],
    });
    expect((await log({ at: '2026-03-01T09:00:00' })).body).toMatchObject({ code: 'invalid' });
    expect((await log({ channel: 'twitter' })).body).toMatchObject({
      code: 'ill-formed',
      errors: [{ field: 'channel' }],
    });
    expect((await log({}, 'aldo')).status).toBe(403);
  });

  it('offers the declared ways of talking, and brands and regions where there are any', async () => {
    await api.store.channels.declare({ name: 'hotline', kind: 'phone' });
    await api.store.channels.declare({ name: 'twitter', kind: 'tweet' });
    await api.store.teams.upsert({
      id: 'west',
      name: 'West',
      region: 'West',
      skills: [],
      lead: null,
      hours: null,
    });
    const { body } = await api.as('bob').get('/api/calls/choices');
    expect(body).toEqual({
      ways: [
        { name: 'hotline', kind: 'phone' },
        { name: 'phone', kind: 'phone' },
        { name: 'shop', kind: 'shop' },
        { name: 'chat', kind: 'chat' },
      ],
      brands: ['cableco'],
      regions: ['West'],
    });
    expect((await log({ channel: 'hotline' })).status).toBe(201);
  });
});
