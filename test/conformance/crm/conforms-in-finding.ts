import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalisePhone } from '../../../engine/identity/phone.ts';
import type { CrmField, CrmQuestion, CrmRecord } from '../../../workers/sdk/crm.ts';
import type { CrmUnderTest, MakeCrm } from './crm-under-test.ts';
import { ana, HOSTILE, hostile, household, knownPeople, type KnownPerson } from './known-people.ts';

const LIKELY: readonly CrmField[] = ['name', 'birthDate', 'postcode', 'locality', 'address'];

/** A person as every CRM says them: their phone may be written in another way. */
export function said(record: CrmRecord | KnownPerson): Partial<KnownPerson> {
  const { accountNumber, name, email, birthDate, address, locality, postcode, region } = record;
  const phone = record.phone === null ? null : normalisePhone(record.phone, 'US');
  return { accountNumber, name, email, phone, birthDate, address, locality, postcode, region };
}

const numbers = (records: readonly CrmRecord[]): readonly string[] =>
  records.map((record) => record.accountNumber).sort();

/** Who is found, by what, and that nobody else is. */
export function conformsInFinding(make: MakeCrm): void {
  describe('finds', () => {
    let made: CrmUnderTest;
    beforeAll(async () => {
      made = await make(knownPeople);
    });
    afterAll(async () => {
      await made.crm.close();
      await made.stop();
    });
    const lookUp = (by: CrmQuestion['by'], value: string): Promise<readonly CrmRecord[]> =>
      made.crm.lookUp({ by, value });

    it('one by an e-mail address, a phone number and an account number', async () => {
      const { searchBy } = made.crm.offers;
      const questions: readonly CrmQuestion[] = [
        { by: 'email', value: 'ana.ruiz@example.com' },
        { by: 'phone', value: '+12125552368' },
        { by: 'account number', value: ana.accountNumber },
      ];
      for (const question of questions) {
        const by = question.by === 'account number' ? 'accountNumber' : question.by;
        const found = await made.crm.lookUp(question);
        if (searchBy.includes(by)) expect(found.map(said), question.by).toEqual([said(ana)]);
        else expect(found, question.by).toEqual([]);
      }
    });

    it('all who share an address', async () => {
      expect(numbers(await lookUp('email', 'home@example.com'))).toEqual(numbers(household as never));
    });

    it('nobody by what nobody has', async () => {
      expect(await lookUp('email', 'nobody@example.com')).toEqual([]);
      expect(await lookUp('phone', '+12125559999')).toEqual([]);
      expect(await lookUp('account number', '00000001')).toEqual([]);
    });

    it('one by each likely field that it offers', async () => {
      for (const field of LIKELY.filter((one) => made.crm.offers.searchBy.includes(one))) {
        const value = ana[field as 'name'] ?? '';
        const { items } = await made.crm.search({ [field]: value });
        expect(numbers(items), field).toContain(ana.accountNumber);
        expect(numbers(items), field).not.toContain(household[0]?.accountNumber);
      }
    });

    it('whom all fields fit, where several are given', async () => {
      const { searchBy } = made.crm.offers;
      if (!searchBy.includes('postcode')) return;
      const { items } = await made.crm.search({ email: 'home@example.com', postcode: '20002' });
      expect(numbers(items)).toEqual([household[0]?.accountNumber]);
    });

    it('people of any name, and gives it back as it is', async () => {
      for (const person of hostile) {
        const found = await lookUp('email', person.email ?? '');
        expect(found.map((record) => record.name)).toEqual([person.name]);
      }
    });

    it('nobody but those who are called so, whatever is asked', async () => {
      for (const text of HOSTILE) {
        for (const by of ['email', 'phone', 'account number'] as const) {
          expect(await lookUp(by, text), `${by} ${text.slice(0, 40)}`).toEqual([]);
        }
        for (const field of LIKELY.filter((one) => made.crm.offers.searchBy.includes(one))) {
          const { items } = await made.crm.search({ [field]: text });
          const innocent = items.filter((record) => !record.accountNumber.startsWith('88'));
          expect(numbers(innocent), `${field} ${text.slice(0, 40)}`).toEqual([]);
        }
      }
    });

    it('the same for many who ask at once', async () => {
      const people = knownPeople.slice(-12);
      const found = await Promise.all(people.map((person) => lookUp('email', person.email ?? '')));
      expect(found.map(numbers)).toEqual(people.map((person) => [person.accountNumber]));
      if (made.mostAtOnce !== undefined) {
        expect(made.mostAtOnce()).toBeLessThanOrEqual(made.crm.limits.callsAtOnce);
      }
    });
  });
}
