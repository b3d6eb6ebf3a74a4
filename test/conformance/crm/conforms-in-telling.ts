import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrmPage } from '../../../workers/sdk/crm.ts';
import { everyCustomer, pagesOf } from '../../../workers/sdk/crm/pages.ts';
import { said } from './conforms-in-finding.ts';
import type { CrmUnderTest, MakeCrm } from './crm-under-test.ts';
import { ana, HOSTILE, household, knownPeople } from './known-people.ts';

const NOT_OFFERED = { name: 'CrmProblem', kind: 'not offered', retry: false };

async function all<T>(pages: AsyncIterable<CrmPage<T>>): Promise<{ items: readonly T[]; pages: number }> {
  const read: CrmPage<T>[] = [];
  for await (const page of pages) read.push(page);
  return { items: read.flatMap((page) => page.items), pages: read.length };
}

/** What is told of a customer whose number is known, and of all. */
export function conformsInTelling(make: MakeCrm): void {
  describe('tells', () => {
    let made: CrmUnderTest;
    beforeAll(async () => {
      made = await make(knownPeople, { pageSize: 10 });
    });
    afterAll(async () => {
      await made.crm.close();
      await made.stop();
    });
    const has = (operation: 'fetch' | 'history' | 'products' | 'list'): boolean =>
      made.crm.offers.operations.includes(operation);

    it('who has a number, and that nobody has another', async () => {
      if (!has('fetch')) return expect(made.crm.fetch('1')).rejects.toMatchObject(NOT_OFFERED);
      const { value, asOf } = await made.crm.fetch(ana.accountNumber);
      expect(value === null ? null : said(value)).toEqual(said(ana));
      expect(Number.isFinite(Date.parse(asOf))).toBe(true);
      for (const other of ['00000001', '..', '.', ' ', ...HOSTILE]) {
        expect((await made.crm.fetch(other)).value, other.slice(0, 40)).toBeNull();
      }
    });

    it('every contact with support once, the latest first, in pages', async () => {
      if (!has('history')) return expect(made.crm.history('1')).rejects.toMatchObject(NOT_OFFERED);
      const walked = await all(
        pagesOf('test', 40, (cursor) => made.crm.history(ana.accountNumber, { cursor, size: 3 })),
      );
      const expected = [...ana.contacts].sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
      expect(walked.items.map(({ id, about }) => ({ id, about }))).toEqual(
        expected.map(({ id, about }) => ({ id, about })),
      );
      expect(walked.items.map((contact) => Date.parse(contact.at ?? ''))).toEqual(
        expected.map((contact) => Date.parse(contact.at ?? '')),
      );
      expect(walked.pages).toBeGreaterThan(1);
      const [quiet] = household;
      expect((await made.crm.history(quiet?.accountNumber ?? '')).items).toEqual([]);
      for (const other of ['00000001', ...HOSTILE]) {
        expect((await made.crm.history(other)).items, other.slice(0, 40)).toEqual([]);
      }
    });

    it('what a customer has', async () => {
      if (!has('products')) return expect(made.crm.products('1')).rejects.toMatchObject(NOT_OFFERED);
      const { value } = await made.crm.products(ana.accountNumber);
      const sorted = [...value].sort((a, b) => (a.name < b.name ? -1 : 1));
      expect(sorted).toEqual(ana.products);
      for (const other of ['00000001', ...HOSTILE]) {
        expect((await made.crm.products(other)).value, other.slice(0, 40)).toEqual([]);
      }
    });

    it('everybody once, in pages', async () => {
      if (!has('list')) return expect(made.crm.list()).rejects.toMatchObject(NOT_OFFERED);
      const { items, pages } = await all(everyCustomer(made.crm));
      const byNumber = (a: { accountNumber?: string }, b: { accountNumber?: string }): number =>
        (a.accountNumber ?? '') < (b.accountNumber ?? '') ? -1 : 1;
      expect(items.map(said).sort(byNumber)).toEqual(knownPeople.map(said).sort(byNumber));
      expect(pages).toBeGreaterThan(1);
    });

    it('that it cannot be searched by what it does not offer', async () => {
      const fields = ['phone', 'name', 'birthDate', 'postcode', 'locality', 'address'] as const;
      for (const field of fields.filter((one) => !made.crm.offers.searchBy.includes(one))) {
        await expect(made.crm.search({ [field]: 'Ana' }), field).rejects.toMatchObject(NOT_OFFERED);
      }
    });
  });
}
