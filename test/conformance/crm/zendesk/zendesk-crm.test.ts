import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zendeskCrm } from '../../../../workers/crm/zendesk/zendesk-crm.ts';
import { ZendeskFileSchema } from '../../../../workers/crm/zendesk/zendesk-file.schema.ts';
import type { CrmLimits } from '../../../../workers/sdk/crm/limits.ts';
import { everyCustomer } from '../../../../workers/sdk/crm/pages.ts';
import { crmConformance } from '../crm-conformance.ts';
import type { CrmUnderTest } from '../crm-under-test.ts';
import { serveFaulty } from '../faulty-wire.ts';
import { ana, knownPeople, type KnownPerson } from '../known-people.ts';
import { spoilZendesk, TOKEN, zendesk, ZENDESK_FILE } from './zendesk-stand-in.ts';

type Zendesk = CrmUnderTest & Pick<ReturnType<typeof zendesk>, 'tickets'>;

async function make(people: readonly KnownPerson[], limits?: Partial<CrmLimits>): Promise<Zendesk> {
  const { routes, tickets } = zendesk(people);
  const { url, fail, mostAtOnce, stop } = await serveFaulty(routes, spoilZendesk);
  const file = ZendeskFileSchema.parse({
    ...ZENDESK_FILE,
    url,
    limits: { callsPerSecond: 5_000, ...limits },
  });
  const crm = zendeskCrm({ name: 'zendesk', file, token: TOKEN });
  return { crm, fail, mostAtOnce, written: () => tickets, tickets, stop };
}

crmConformance('Zendesk, by its documented shapes', make, { overAWire: true });

describe('Zendesk', () => {
  let made: Zendesk;
  beforeEach(async () => {
    made = await make(knownPeople);
  });
  afterEach(async () => {
    await made.crm.close();
    await made.stop();
  });

  it('takes who has no external id for no customer', async () => {
    const found = await made.crm.lookUp({ by: 'email', value: 'home@example.com' });
    expect(found.map((record) => record.accountNumber).sort()).toEqual(['55280103', '66390214']);
    let customers = 0;
    for await (const page of everyCustomer(made.crm)) customers += page.items.length;
    expect(customers).toBe(knownPeople.length);
  });

  it('writes nothing that the customer would be sent', async () => {
    await made.crm.openTicket(ana.accountNumber, { subject: 'Nobody came', text: 'Twice.' }, 'k1');
    await made.crm.addNote(ana.accountNumber, { text: 'Called.', by: 'Nadia', at: '2026-03-02' }, 'k2');
    expect(made.tickets.map((ticket) => ticket.isPublic)).toEqual([false, false]);
  });

  it('is searched by what a name says, without what would search otherwise', async () => {
    const { items } = await made.crm.search({ name: 'Ana" role:admin email:"*' });
    expect(items).toEqual([]);
    expect((await made.crm.search({ name: '"Ana Ruiz"' })).items).toMatchObject([{ name: 'Ana Ruiz' }]);
  });
});
