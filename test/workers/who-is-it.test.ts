import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_SAID } from '../../definitions/model/customer.ts';
import type { IncomingMention } from '../../definitions/model/mention.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { csvCrm } from '../../workers/crm/csv/csv-crm.ts';
import { takeIn } from '../../workers/host/keep-register.ts';
import { callOf, depsOf } from '../../workers/sdk/activity-kit.ts';
import { createActivities, type ActivityFunctions } from '../../workers/sdk/create-activities.ts';
import type { CrmRecord } from '../../workers/sdk/crm.ts';
import { CrmProblem } from '../../workers/sdk/crm/crm-problem.ts';
import { defineCrm } from '../../workers/sdk/define-crm.ts';
import { caseIdOf, said } from '../store/fresh-store.ts';
import { openTestStore, type TestStore } from './test-store.ts';

let test: TestStore;
let offered: ActivityFunctions;
let isDown = false;
let folder: string;
const quiet = { info: () => undefined };
/** The shop answers while it is up. */
const JO: CrmRecord = {
  ...NOTHING_SAID,
  crm: 'shop',
  accountNumber: 'S77',
  name: 'Jo March',
  email: 'jo@example.org',
  region: 'South',
};
const shop = defineCrm({
  name: 'shop',
  searchBy: ['email', 'accountNumber'],
  freshness: 'live',
  search: async ({ email }) => {
    if (isDown) throw new CrmProblem('shop', 'down');
    return { items: email === JO.email ? [JO] : [] };
  },
  history: async () => ({
    items: [
      {
        id: 't1',
        at: '2026-02-01T10:00:00.000Z',
        channel: 'phone',
        about: 'a parcel',
        outcome: 'sent',
        by: null,
      },
    ],
  }),
});

beforeAll(async () => {
  test = await openTestStore();
  folder = mkdtempSync(join(tmpdir(), 'earshot-who-'));
  writeFileSync(
    join(folder, 'customers.csv'),
    [
      'accountNumber,name,email,phone,region,since,products',
      'A1,Jane Roe,janeroe84@example.org,,North,2014-03-01,Internet;TV',
      'A2,Rosa Diaz,rosa@example.org,,South,2020-01-01,TV',
      ...Array.from({ length: 300 }, (_, n) => `B${n},Person${n} Number${n},p${n}@example.org,,North,,`),
    ].join('\n'),
  );
  const billing = csvCrm({ name: 'billing', folder });
  await takeIn(test.store, billing, quiet);
  offered = createActivities(shippedActivities, depsOf(test.store, { crms: [billing, shop] }));
});
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

let mentions = 0;
async function caseOf(more: Partial<IncomingMention>): Promise<string> {
  const id = `m${++mentions}`;
  const [verdict] = await test.store.mentions.capture([said(id, { threadId: id, ...more })]);
  return caseIdOf(verdict);
}
const lookUp = (caseId: string, attempt = 1): Promise<unknown> =>
  new MockActivityEnvironment({ attempt }).run(async () =>
    offered['lookUpCustomer']?.(
      callOf('lookUpCustomer', { caseId, input: {}, at: '2026-03-02T10:00:00.000Z' }),
    ),
  );
const jane = { externalId: 'jane', name: 'Jane Roe', handle: '@janeroe84' };
const profileOf = async (externalId: string, channel = 'tweet'): Promise<string> =>
  (await test.store.profiles.byExternalId(channel, externalId))?.id ?? '';

describe('who wrote', () => {
  it('is put before a person the first time, and needs no question the second; a link taken back is as if it had never been', async () => {
    const { store } = test;
    const first = await caseOf({ author: jane });
    expect(await lookUp(first)).toMatchObject({ known: false, certainty: 'none' });
    expect(await lookUp(first)).toMatchObject({ known: false });
    const profileId = await profileOf('jane');
    const { items } = await store.links.questions();
    expect(items.filter((one) => one.profileId === profileId)).toHaveLength(1);
    const [asked] = items;
    const about = asked === undefined ? null : await store.customers.find(asked.customerId);
    expect(about).toMatchObject({ crm: 'billing', accountNumber: 'A1' });
    // Whatever its chance: in public anybody can call themselves Jane Roe.
    expect(asked?.probability).toBeGreaterThan(0.5);
    const answer = {
      profileId,
      customerId: asked?.customerId ?? '',
      eventId: asked?.eventId ?? '',
      by: 'pat',
    };
    const linked = await store.links.answer({ ...answer, answer: 'same', at: '2026-03-02T10:05:00.000Z' });
    expect((await store.cases.find(first))?.customerId).toBe(about?.id);
    const second = await caseOf({ author: jane });
    expect(await lookUp(second)).toMatchObject({
      known: true,
      certainty: 'sure',
      customerId: about?.id,
      region: 'North',
      products: 2,
      tenureYears: 12,
    });
    await store.links.undo({ id: linked.id, by: 'pat', at: '2026-03-02T10:10:00.000Z', why: 'A neighbour' });
    expect((await store.cases.find(first))?.customerId).toBeNull();
    expect((await store.cases.find(second))?.customerId).toBeNull();
    expect(await lookUp(await caseOf({ author: jane }))).toMatchObject({ known: false, certainty: 'none' });
    expect((await store.links.ofProfile(profileId)).map(({ what }) => what)).toEqual([
      'proposed',
      'linked',
      'unlinked',
    ]);
  });

  it('is the same customer by their e-mail as by their tweet', async () => {
    const { store } = test;
    await lookUp(await caseOf({ author: { externalId: 'rosa', name: 'Rosa Diaz' } }));
    const profileId = await profileOf('rosa');
    const asked = (await store.links.questions()).items.find((one) => one.profileId === profileId);
    const answer = {
      profileId,
      customerId: asked?.customerId ?? '',
      eventId: asked?.eventId ?? '',
      by: 'pat',
    };
    await store.links.answer({ ...answer, answer: 'same', at: '2026-03-02T10:05:00.000Z' });
    const mail = await caseOf({
      channel: 'email',
      author: { externalId: 'rosa@example.org', email: 'rosa@example.org' },
    });
    expect(await lookUp(mail)).toMatchObject({ known: true, customerId: asked?.customerId });
    const both = await store.links.currentOfCustomer(asked?.customerId ?? '');
    expect(both.map(({ how }) => how).sort()).toEqual(['confirmed by a person', 'verified email']);
  });

  it('is linked without a question where nobody else could have written and nearly everything agrees', async () => {
    const { store } = test;
    const chat = await caseOf({
      channel: 'chat',
      author: { externalId: 'c1', name: 'Jane Roe', handle: 'janeroe84', email: 'janeroe84@example.org' },
    });
    expect(await lookUp(chat)).toMatchObject({ known: true, certainty: 'sure', region: 'North' });
    expect(await store.links.current(await profileOf('c1', 'chat'))).toMatchObject([
      { how: 'likely by their fields', by: 'earshot' },
    ]);
  });

  it('is told without a system that is down, after some minutes; the card says which, and what was known stays', async () => {
    const { store } = test;
    const mail = { channel: 'email', author: { externalId: 'jo', email: 'jo@example.org' } };
    const id = await caseOf(mail);
    expect(await lookUp(id)).toMatchObject({ known: true, region: 'South' });
    const customer = await store.customers.byAccount('shop', 'S77');
    await expect
      .poll(
        async () => (await store.customers.besides([customer?.id ?? ''])).get(customer?.id ?? '')?.besides,
      )
      .toMatchObject({ contacts: [{ about: 'a parcel' }] });
    isDown = true;
    try {
      const later = await caseOf(mail);
      await expect(lookUp(later)).rejects.toMatchObject({
        type: 'customer system unavailable',
        nonRetryable: false,
      });
      expect(await lookUp(later, 8)).toMatchObject({
        known: true,
        customerId: customer?.id,
        region: 'South',
      });
      const stranger = await caseOf({
        channel: 'email',
        author: { externalId: 'x', email: 'x@example.org' },
      });
      expect(await lookUp(stranger, 8)).toMatchObject({ known: false, certainty: 'none' });
      expect(await store.crmStates.all()).toContainEqual(
        expect.objectContaining({ crm: 'shop', trouble: 'down' }),
      );
    } finally {
      isDown = false;
    }
    // It is left alone for a moment after it failed some times running.
    const again = await caseOf(mail);
    const isKnown = { timeout: 20_000, interval: 500 };
    await expect.poll(() => lookUp(again).catch(() => null), isKnown).toMatchObject({ known: true });
    expect(await store.crmStates.all()).toContainEqual(
      expect.objectContaining({ crm: 'shop', trouble: null }),
    );
  });
});

describe('the register of customers', () => {
  it('is filled by one worker of many, again when the copy is newer', async () => {
    const { store } = test;
    const loads: unknown[] = [];
    const logger = { info: (facts: unknown) => void loads.push(facts) };
    const again = () => takeIn(store, csvCrm({ name: 'more', folder }), logger);
    await Promise.all([again(), again(), again()]);
    await again();
    expect(loads).toHaveLength(1);
    writeFileSync(join(folder, 'more.csv'), 'accountNumber,name\nM1,Ada Lovelace\n');
    await again();
    expect(loads).toHaveLength(2);
    expect(loads[1]).toMatchObject({ crm: 'more', records: 303 });
  });
});
