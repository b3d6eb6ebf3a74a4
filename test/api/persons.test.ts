import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Client, type Served } from './served.ts';

let api: Served;
let anna: Client;
let aldo: Client;
let bob: Client;
beforeAll(async () => {
  api = await serve();
  [anna, aldo, bob] = [api.as('anna'), api.as('aldo'), api.as('bob')];
  await api.store.mentions.capture([
    {
      channel: 'tweet',
      externalId: '1',
      direction: 'inbound',
      author: { externalId: 'dana', name: 'Dana Doe', email: 'dana@example.org' },
      text: 'Nobody came, again.',
      occurredAt: new Date().toISOString(),
    },
  ]);
});
afterAll(() => api.close());

const REQUEST = { email: 'dana@example.org', reference: 'letter 7', why: 'They asked for it.' };

describe('what is kept of a person', () => {
  it('is given out by an auditor, taken away by an admin, and neither by an agent', async () => {
    expect((await bob.send('POST', '/api/persons/export', REQUEST)).status).toBe(403);
    expect((await bob.send('POST', '/api/persons/find', { email: REQUEST.email })).status).toBe(403);
    expect((await bob.get('/api/retention')).status).toBe(403);
    const given = await aldo.send('POST', '/api/persons/export', REQUEST);
    expect(given.status).toBe(200);
    expect(JSON.stringify(given.body)).toContain('Nobody came, again.');
    expect((await aldo.send('POST', '/api/persons/erase', REQUEST)).status).toBe(403);
    for (const change of [
      aldo.send('PUT', '/api/retention', { kind: 'noise', days: 1, why: 'No.' }),
      aldo.send('POST', '/api/retention/run', {}),
    ])
      expect((await change).status).toBe(403);
  });

  it('names whom it is about in the body alone, and a request and a reason always', async () => {
    for (const body of [
      { reference: 'letter 7', why: 'No one is named.' },
      { ...REQUEST, why: '' },
      { email: REQUEST.email, why: 'Which letter?' },
    ])
      expect((await anna.send('POST', '/api/persons/erase', body)).status).toBe(400);
    expect((await anna.send('POST', '/api/persons/find', { email: 'nobody@example.org' })).status).toBe(404);
  });

  it('is taken away once, with the same proof again, and an auditor can check it', async () => {
    const first = await anna.send('POST', '/api/persons/erase', REQUEST);
    expect(first.body).toMatchObject({ already: false, erasure: { by: 'anna', reference: 'letter 7' } });
    const { erasure } = first.body as { erasure: { id: string; profileIds: string[]; taken: object } };
    const { email: _gone, ...named } = REQUEST;
    const again = await anna.send('POST', '/api/persons/erase', { ...named, profileIds: erasure.profileIds });
    expect(again.body).toEqual({ erasure, already: true, again: 0 });
    expect((await anna.send('POST', '/api/persons/erase', REQUEST)).status).toBe(404);
    expect((await aldo.get(`/api/erasures/${erasure.id}`)).body).toEqual({ erasure, stillHolds: true });
    expect((await aldo.get('/api/erasures/none')).status).toBe(404);
  });

  it('stands in the record with the request and how much it was, never with a name', async () => {
    const { body } = await aldo.get('/api/audit');
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          act: 'erased a person',
          who: { id: 'anna', name: 'Anna' },
          detail: { reference: 'letter 7', documents: 4 },
          why: 'They asked for it.',
        }),
        expect.objectContaining({ act: 'exported a person', who: { id: 'aldo', name: 'Aldo' } }),
      ]),
    });
    expect(JSON.stringify(body)).not.toMatch(/dana/i);
    expect(api.log.join('\n')).not.toMatch(/dana/i);
  });
});

describe('how long data is kept', () => {
  it('is for ever until somebody says otherwise, and then says who, when and why', async () => {
    const { body } = await aldo.get('/api/retention');
    expect(body).toMatchObject({ runs: [] });
    expect(JSON.stringify(body).match(/"days":null/g)).toHaveLength(7);
    const change = { kind: 'mention-texts', days: 365, why: 'As the council asked.' };
    expect((await anna.send('PUT', '/api/retention', change)).body).toMatchObject({
      rules: expect.arrayContaining([expect.objectContaining({ ...change, by: 'anna' })]),
    });
    for (const wrong of [0, 1.5, 40_000])
      expect((await anna.send('PUT', '/api/retention', { ...change, days: wrong })).status).toBe(400);
    const { body: record } = await aldo.get('/api/audit?act=set%20how%20long%20data%20is%20kept');
    expect(record).toMatchObject({
      items: [{ subject: { name: 'mention-texts' }, detail: { days: 365 }, why: 'As the council asked.' }],
    });
  });
});
