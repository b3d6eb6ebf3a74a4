import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { salesforceCrm } from '../../../../workers/crm/salesforce/salesforce-crm.ts';
import { SalesforceFileSchema } from '../../../../workers/crm/salesforce/salesforce-file.schema.ts';
import { soqlText } from '../../../../workers/crm/salesforce/soql.ts';
import type { CrmLimits } from '../../../../workers/sdk/crm/limits.ts';
import { crmConformance } from '../crm-conformance.ts';
import type { CrmUnderTest } from '../crm-under-test.ts';
import { serveFaulty } from '../faulty-wire.ts';
import { ana, knownPeople, type KnownPerson } from '../known-people.ts';
import { CLIENT_SECRET, salesforce, SALESFORCE_FILE, spoilSalesforce } from './salesforce-stand-in.ts';
import { readSoql } from './soql-stand-in.ts';

type Salesforce = CrmUnderTest & Pick<ReturnType<typeof salesforce>, 'expire' | 'use'>;

async function make(
  people: readonly KnownPerson[],
  limits?: Partial<CrmLimits>,
  more: object = {},
): Promise<Salesforce> {
  const { routes, saved, expire, use } = salesforce(people);
  const { url, fail, mostAtOnce, stop } = await serveFaulty(routes, spoilSalesforce);
  const file = SalesforceFileSchema.parse({
    ...SALESFORCE_FILE,
    url,
    limits: { callsPerSecond: 5_000, ...limits },
    ...more,
  });
  const crm = salesforceCrm({ name: 'salesforce', file, clientSecret: CLIENT_SECRET });
  return { crm, fail, mostAtOnce, written: () => saved, stop, expire, use };
}

crmConformance('Salesforce, by its documented shapes', make, { overAWire: true });

describe('Salesforce', () => {
  let made: Salesforce;
  beforeEach(async () => {
    made = await make(knownPeople);
  });
  afterEach(async () => {
    await made.crm.close();
    await made.stop();
  });
  const byEmail = { by: 'email', value: 'ana.ruiz@example.com' } as const;

  it('is signed in to anew when its token is worth nothing any more', async () => {
    expect(await made.crm.lookUp(byEmail)).toHaveLength(1);
    made.expire();
    expect(await made.crm.lookUp(byEmail)).toHaveLength(1);
  });

  it('keeps its last calls of a day for who waits for an answer', async () => {
    made.use(4_900);
    expect(await made.crm.lookUp(byEmail)).toHaveLength(1);
    await expect(made.crm.list()).rejects.toMatchObject({ kind: 'throttled' });
    expect(await made.crm.fetch(ana.accountNumber)).toMatchObject({ value: { name: 'Ana Ruiz' } });
  });

  it('is read only where no field keeps what is written from being written twice', async () => {
    const other = await make(knownPeople, {}, { keyField: undefined });
    expect(other.crm.offers.writes).toBeNull();
    await other.crm.close();
    await other.stop();
  });

  it('says that a field is not there', async () => {
    const other = await make(knownPeople, {}, { extra: ['Loyalty__c'] });
    await expect(other.crm.lookUp(byEmail)).rejects.toMatchObject({
      kind: 'refused',
      sentence: 'The customer system “salesforce” knows no such field: look at its crm.json.',
    });
    await other.crm.close();
    await other.stop();
  });

  it('is asked by texts that cannot leave their quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const soql = readSoql(`SELECT Id FROM Contact WHERE Name = ${soqlText(value)} LIMIT 2`);
        expect(soql?.where).toEqual([{ field: 'Name', is: '=', value }]);
        expect(soql?.limit).toBe(2);
      }),
    );
  });
});
