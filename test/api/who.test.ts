import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NOTHING_SAID } from '../../definitions/model/customer.ts';
import { caseIdOf, said } from '../store/fresh-store.ts';
import { openCaseServer, type CaseServer } from '../workflows/case-server.ts';
import { contractOf, type Contract } from './contract.ts';
import { drawnCare } from './drawn-care.ts';
import { serve, type Client, type Served } from './served.ts';

let server: CaseServer;
let api: Served;
let contract: Contract;
let bob: Client;
let aldo: Client;
beforeAll(async () => {
  server = await openCaseServer({ flow: drawnCare });
  api = await serve({ on: server });
  contract = contractOf((await api.as(null).get('/api/openapi.json')).body);
  [bob, aldo] = [contract.watch(api.as('bob')), contract.watch(api.as('aldo'))];
});
afterAll(async () => {
  await api.close();
  await server.close();
});

const AT = '2026-03-02T10:00:00.000Z';
const Questions = z.object({
  items: z.array(z.looseObject({ eventId: z.string(), profile: z.looseObject({ id: z.string() }) })),
  next: z.string().nullable(),
});

/** Somebody who wrote, and of whom it is asked whether they are a customer of the north. */
async function asked(name: string, probability = 0.6) {
  const { store } = server;
  const [verdict] = await store.mentions.capture([
    said(name, { author: { externalId: name, name: 'Jane Roe' }, threadId: name }),
  ]);
  const profileId = (await store.profiles.byExternalId('tweet', name))?.id ?? '';
  const about = { ...NOTHING_SAID, crm: 'billing', accountNumber: name, name: 'Jane Roe', region: 'North' };
  const customer = await store.customers.upsert(about);
  const [step] = [
    { field: 'name', left: 'jane roe', right: 'jane roe', bits: 6.5, words: 'Name: the same.' },
  ];
  const evidence = { probability, prior: -5, bits: 1.5, isHousehold: false, steps: [step] };
  const claim = { profileId, customerId: customer.id, evidence, by: 'earshot', at: AT };
  const event = await store.links.propose({ ...claim, how: 'likely by their fields' }, probability);
  const eventId = event?.id ?? '';
  return { caseId: caseIdOf(verdict), profileId, customerId: customer.id, eventId };
}
const answer = (who: Awaited<ReturnType<typeof asked>>, said: string) => {
  const { profileId, customerId, eventId } = who;
  return { profileId, customerId, eventId, answer: said };
};

describe('who somebody is', () => {
  it('is asked with both sides, what speaks for it, and what they wrote', async () => {
    const who = await asked('w1');
    const { body } = await bob.get('/api/who');
    const { items } = Questions.parse(body);
    expect(items.find(({ eventId }) => eventId === who.eventId)).toMatchObject({
      probability: 0.6,
      prior: -5,
      profile: { id: who.profileId, name: 'Jane Roe' },
      customer: { crm: 'billing', accountNumber: 'w1' },
      fields: [{ field: 'name', bits: 6.5, words: 'Name: the same.' }],
      said: { text: 'The technician never came (w1)', caseId: who.caseId },
      takenBack: null,
    });
    expect((await bob.get('/api/who/count')).body).toEqual({ open: items.length });
  });

  it('is said by whoever answers customers, once, and kept in the record', async () => {
    const who = await asked('w2');
    expect((await aldo.send('POST', '/api/who/answers', answer(who, 'same'))).status).toBe(403);
    const { status, body } = await bob.send('POST', '/api/who/answers', answer(who, 'same'));
    expect(status).toBe(200);
    const [link] = await server.store.links.current(who.profileId);
    expect(body).toMatchObject({ linkId: link?.id });
    expect((await bob.send('POST', '/api/who/answers', answer(who, 'not the same'))).status).toBe(409);
    expect((await bob.get(`/api/cases/${who.caseId}`)).body).toMatchObject({
      customer: { id: who.customerId },
      region: 'North',
    });
    const { items } = await server.store.audit.list({ act: 'linked a customer' });
    expect(items[0]).toMatchObject({ who: 'bob', detail: { customerId: who.customerId } });
  });

  it('shows on the card of the case, with contacts, conflicts, other accounts and cases; and is taken back', async () => {
    const { store } = server;
    const [who, twin] = [await asked('w3'), await asked('w4')];
    await bob.send('POST', '/api/who/answers', answer(who, 'same'));
    const shop = await store.customers.upsert({
      ...NOTHING_SAID,
      crm: 'shop',
      accountNumber: 's3',
      name: 'JANE  ROE',
      region: 'South',
      products: ['Router'],
    });
    const claim = { profileId: who.profileId, customerId: shop.id, evidence: {}, by: 'bob', at: AT };
    await store.links.link({ ...claim, how: 'account number' });
    await store.links.link({ ...claim, profileId: twin.profileId, how: 'account number' }, [twin.caseId]);
    const contact = { id: 't1', at: AT, channel: 'phone', about: 'router', outcome: 'sent', by: null };
    await store.customers.keepBesides(shop.id, { products: [], contacts: [contact], asOf: AT });
    await store.crmStates.note('shop', 'down');
    const { body } = await bob.get(`/api/cases/${who.caseId}/customer`);
    expect(body).toMatchObject({
      records: [
        {
          customer: { crm: 'billing' },
          link: { how: 'confirmed by a person', by: { id: 'bob' }, probability: 0.6 },
        },
        { customer: { crm: 'shop' }, contacts: [contact], link: { how: 'account number' } },
      ],
      conflicts: [
        {
          field: 'region',
          said: [
            { crm: 'billing', value: 'North' },
            { crm: 'shop', value: 'South' },
          ],
        },
      ],
      sources: [{ crm: 'shop', trouble: 'down', answeredAt: null }],
      profiles: [{ id: twin.profileId }],
      cases: [{ id: twin.caseId }],
    });
    const card = z.object({ records: z.array(z.object({ link: z.object({ id: z.string() }) })) }).parse(body);
    const link = card.records[0]?.link.id ?? '';
    expect((await bob.send('POST', `/api/links/${link}/undo`, { why: ' ' })).status).toBe(400);
    expect((await bob.send('POST', `/api/links/${link}/undo`, { why: 'Their neighbour' })).status).toBe(204);
    expect((await bob.send('POST', `/api/links/${link}/undo`, { why: 'Again' })).status).toBe(409);
    expect((await bob.send('POST', '/api/links/nobody/undo', { why: 'Again' })).status).toBe(404);
    const left = z.object({ records: z.array(z.unknown()), questions: z.number() });
    const after = left.parse((await bob.get(`/api/cases/${who.caseId}/customer`)).body);
    expect([after.records.length, after.questions]).toEqual([1, 1]);
    const asksAgain = Questions.parse((await bob.get('/api/who')).body).items;
    expect(asksAgain.find(({ profile }) => profile.id === who.profileId)).toMatchObject({
      takenBack: { by: { id: 'bob' }, why: 'Their neighbour' },
      fields: [{ field: 'name' }],
    });
  });

  it('is nothing for who is not signed in, and of no case that is not there', async () => {
    expect((await api.as(null).get('/api/who')).status).toBe(401);
    expect((await bob.get('/api/cases/nobody/customer')).status).toBe(404);
    expect((await bob.get('/api/who?cursor=nonsense')).status).toBe(409);
  });
});
