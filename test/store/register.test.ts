import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_SAID, type Customer, type Profile } from '../../definitions/model/customer.ts';
import { freshStore, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const nobody: Profile = {
  id: 'p',
  channel: 'tweet',
  externalId: 'p',
  name: null,
  handle: null,
  email: null,
  phone: null,
};
type Record = Omit<Customer, 'id' | 'crm'>;
const record = (accountNumber: string, said: Partial<Record>): Record => ({
  ...NOTHING_SAID,
  ...said,
  accountNumber,
});
async function* each(records: readonly Record[]): AsyncGenerator<Record> {
  for (const one of records) yield await Promise.resolve(one);
}
/** Names that are all different: Anfi Beho, … */
const SYLLABLES = ['an', 'be', 'cor', 'da', 'el', 'fi', 'go', 'han', 'is', 'jo'];
const nameOf = (n: number): string =>
  [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100) % 10, Math.floor(n / 1_000) % 10]
    .map((digit) => SYLLABLES[digit] ?? '')
    .join('');
const people = Array.from({ length: 3_000 }, (_, n) =>
  record(`A${n}`, {
    name: `${nameOf(n)} ${nameOf(n * 7 + 3)}`,
    email: `${nameOf(n)}@example.org`,
    region: 'North',
  }),
);
const likely = (said: Partial<Profile>) => fresh.store.register.likely({ ...nobody, ...said }, 0.05);

describe('the register of customers', () => {
  it('takes in all that a customer system has, and finds who is meant among them', async () => {
    const { register, customers } = fresh.store;
    const heard: number[] = [];
    const report = await register.load('billing', each(people), {
      expected: people.length,
      onProgress: (count) => heard.push(count),
    });
    expect(report).toMatchObject({ records: 3_000, added: 3_000, customers: 3_000 });
    expect(report.keys).toEqual(expect.arrayContaining(['name', 'e-mail']));
    const one = people[1234];
    const [found, ...others] = await likely({ name: one?.name ?? '', email: one?.email ?? '' });
    expect(found?.customer).toEqual(await customers.byAccount('billing', 'A1234'));
    expect(found).toMatchObject({ isHousehold: false, planId: report.planId });
    expect(found?.probability).toBeGreaterThan(0.99);
    expect(others).toEqual([]);
  });

  it('keeps ids where it is loaded again, takes what changed, and counts a number that comes twice once', async () => {
    const { register, customers } = fresh.store;
    const before = await customers.byAccount('billing', 'A7');
    const moved = people.map((one) => (one.accountNumber === 'A7' ? { ...one, region: 'South' } : one));
    const twice = [...moved, record('A8', { name: 'Second Record' }), record('B1', { name: 'New Person' })];
    expect(await register.load('billing', each(twice))).toMatchObject({ records: 3_002, added: 1 });
    expect(await customers.byAccount('billing', 'A7')).toEqual({ ...before, region: 'South' });
    expect((await customers.byAccount('billing', 'A8'))?.name).toBe('Second Record');
    expect((await likely({ name: 'New Person' })).map(({ customer }) => customer.accountNumber)).toEqual([
      'B1',
    ]);
  });

  it('finds those of other systems by the keys that are chosen last, and whoever is asked for one by one', async () => {
    const { register, customers } = fresh.store;
    await register.load('shop', each([record('S1', { name: 'Ada Lovelace', phone: '+44 20 7946 0958' })]));
    const single = await customers.upsert({ ...record('X1', { name: 'Grace Hopper' }), crm: 'accounts' });
    const [ada] = await likely({ name: 'Ada Lovelace', phone: '020 7946 0958' });
    expect(ada?.customer).toMatchObject({ crm: 'shop', accountNumber: 'S1' });
    expect((await likely({ name: 'Grace Hopper' }))[0]?.customer.id).toBe(single.id);
    const one = people[42];
    expect(
      (await likely({ name: one?.name ?? '', email: one?.email ?? '' }))[0]?.customer.accountNumber,
    ).toBe('A42');
  });

  it('does not run a block of equal names, and says which it is', async () => {
    const { register } = fresh.store;
    const equal = Array.from({ length: 1_000 }, (_, n) =>
      record(`E${n}`, { name: 'Same Name', email: `e${n}@x.example` }),
    );
    const { tooCommon } = await register.load('equal', each(equal));
    expect(tooCommon.first).toContain('name: name same');
    expect(await likely({ name: 'Same Name' })).toEqual([]);
    expect((await likely({ name: 'Same Name', email: 'e5@x.example' }))[0]?.customer.accountNumber).toBe(
      'E5',
    );
  });

  it('fails whole where what comes fails, and is as it was', async () => {
    const { register } = fresh.store;
    const { id } = await register.current();
    async function* broken(): AsyncGenerator<Record> {
      yield record('F1', { name: 'Half Way' });
      await Promise.resolve();
      throw new Error('the connection is gone');
    }
    await expect(register.load('broken', broken())).rejects.toThrow('the connection is gone');
    expect((await register.current()).id).toBe(id);
  });
});
