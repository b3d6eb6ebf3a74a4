import { describe, expect, it } from 'vitest';
import { NOTHING_SAID, type Customer, type Profile } from '../../../definitions/model/customer.ts';
import { customerCells, profileCells, REGISTER_FIELDS } from '../../../engine/identity/register/cells.ts';
import { MOST_IN_BLOCK, NO_COUNTS, RegisterCounter } from '../../../engine/identity/register/counts.ts';
import {
  planRegister,
  recordReader,
  tokenMaker,
  tokenWords,
} from '../../../engine/identity/register/plan.ts';
import { keyNamed } from '../../../engine/identity/register/register-key.ts';
import { weighCustomers } from '../../../engine/identity/register/score.ts';
import { tokenHash } from '../../../engine/identity/register/token-hash.ts';

type Said = Partial<Omit<Customer, 'id' | 'crm'>>;
const customer = (accountNumber: string, said: Said, crm = 'billing') => ({
  ...NOTHING_SAID,
  crm,
  accountNumber,
  ...said,
});
type Address = 'name' | 'handle' | 'email' | 'phone';
const nobody: Pick<Profile, Address> = { name: null, handle: null, email: null, phone: null };
const FAMILIES = [
  'Smith',
  'Jones',
  'Brown',
  'Taylor',
  'Wilson',
  'Davies',
  'Evans',
  'Thomas',
  'Roberts',
  'Walker',
];
const GIVEN = ['Jane', 'Robert', 'Elizabeth', 'Michael', 'Olivia', 'Daniel', 'Grace', 'Henry', 'Ivy', 'Kurt'];
/** A thousand customers: each of a hundred names ten times, each in a town of its own. */
const thousand = Array.from({ length: 1_000 }, (_, n) =>
  customer(`A${n}`, {
    name: `${GIVEN[n % 10] ?? ''} ${FAMILIES[Math.floor(n / 10) % 10] ?? ''}`,
    email: `person${n}@example.org`,
    phone: `555${String(1_000_000 + n * 7)}`,
    locality: `Town ${n % 40}`,
    birthDate: `${1940 + (n % 60)}-0${1 + (n % 9)}-1${n % 10}`,
  }),
);
const register = (customers: readonly Omit<Customer, 'id'>[]) => {
  const plan = planRegister(
    customers.map((one) => ({ crm: one.crm, cells: customerCells(one) })),
    customers.length,
  );
  const read = recordReader(plan.dayOrder);
  const counter = new RegisterCounter();
  const tokensOf = tokenMaker(plan);
  const records = customers.map((one) => {
    const values = read(one.crm, customerCells(one));
    const tokens = tokensOf(values);
    counter.add(values, tokens);
    return { id: one.accountNumber, crm: one.crm, read: values, tokens };
  });
  const counts = counter.counts();
  return {
    plan,
    counts,
    who: (said: Partial<Pick<Profile, Address>>, least = 0.01) => {
      const asked = read('', profileCells({ ...nobody, ...said }));
      const tokens = new Set(tokensOf(asked).filter((token) => !counts.large.has(token)));
      const found = records.filter((one) => one.tokens.some((token) => tokens.has(token)));
      return weighCustomers(plan, counts, asked, found, least);
    },
  };
};
const known = register(thousand);

describe('who a profile is among many customers', () => {
  it('is beyond doubt where an address is one customer’s and the name agrees', () => {
    const [first, ...rest] = known.who({ name: 'Jane Smith', email: 'person0@example.org' });
    expect(first).toMatchObject({ id: 'A0', isHousehold: false });
    expect(first?.probability).toBeGreaterThan(0.999);
    expect(rest).toEqual([]);
  });

  it('is not told by a name that ten have, and each of them is as likely', () => {
    const ten = known.who({ name: 'Jane Smith' });
    expect(ten).toHaveLength(10);
    expect(new Set(ten.map(({ probability }) => probability.toFixed(6))).size).toBe(1);
    expect(ten[0]?.probability).toBeLessThan(0.1);
  });

  it('is found though the name is miswritten', () => {
    const [right] = known.who({ name: 'Jane Smith', phone: '5551000000' });
    const [slip] = known.who({ name: 'Jayne Smyth', phone: '5551000000' });
    expect([right?.id, slip?.id]).toEqual(['A0', 'A0']);
    expect(right?.probability).toBeGreaterThan(0.9);
    expect(slip?.probability).toBeGreaterThan(0.9);
  });

  it('may be one record in each customer system, and competes within one alone', () => {
    const both = register([
      ...thousand,
      customer('B1', { name: 'Ada Lovelace', email: 'ada@example.org' }, 'shop'),
      customer('A-ada', { name: 'Ada Lovelace', email: 'ada@example.org' }),
      customer('A-twin', { name: 'Ada Lovelace', email: 'ada@example.org' }),
    ]);
    const found = new Map(
      both.who({ name: 'Ada Lovelace', email: 'ada@example.org' }).map((one) => [one.id, one.probability]),
    );
    expect(found.get('B1')).toBeGreaterThan(0.99);
    expect(found.get('A-ada')).toBeLessThan(0.51);
    expect(found.get('A-twin')).toBe(found.get('A-ada'));
  });

  it('adds up, field by field, to what it comes to', () => {
    const [first] = known.who({ name: 'Jane Smith', handle: '@person0' });
    const { waterfall } = first ?? {};
    const sum = (waterfall?.steps ?? []).reduce((bits, step) => bits + step.bits, waterfall?.prior ?? 0);
    expect(sum).toBeCloseTo(waterfall?.bits ?? NaN, 6);
    expect(1 / (1 + 2 ** -sum)).toBeCloseTo(first?.probability ?? NaN, 6);
    expect(waterfall?.steps.map(({ field }) => field)).toEqual([
      ...REGISTER_FIELDS.map(({ name }) => name),
      'others',
    ]);
  });

  it('is nobody where nothing is said, or only what nobody has', () => {
    expect(known.who({})).toEqual([]);
    expect(known.who({ name: '123', handle: '@' })).toEqual([]);
    expect(known.who({ name: 'Zebulon Quirk' })).toEqual([]);
  });

  it('is never beyond doubt where hardly anybody is known: that says nothing of how rare a name is', () => {
    const few = register([customer('1', { name: 'Jane Roe' })]);
    const [only] = few.who({ name: 'Jane Roe' });
    expect(only?.probability).toBeGreaterThan(0.05);
    expect(only?.probability).toBeLessThan(0.6);
    const empty = planRegister([], 0);
    expect(
      weighCustomers(empty, NO_COUNTS, recordReader({})('', ['', '', '', '', '', '', '', '']), [], 0),
    ).toEqual([]);
  });
});

describe('what customers are found by', () => {
  it('is told by names that lead back to the keys', () => {
    for (const name of known.plan.keys) expect(keyNamed(name)?.name).toBe(name);
    expect(keyNamed('shoe size')).toBeNull();
  });

  it('leaves a token out that too many share, and says which', () => {
    const equal = Array.from({ length: MOST_IN_BLOCK + 100 }, (_, n) =>
      customer(`E${n}`, { name: 'Same Name', email: `e${n}@example.org` }),
    );
    const all = register([...thousand, ...equal]);
    expect(all.who({ name: 'Same Name' })).toEqual([]);
    expect(all.who({ name: 'Same Name', email: 'e7@example.org' })[0]?.id).toBe('E7');
    const read = recordReader(all.plan.dayOrder)('billing', customerCells(equal[0] ?? customer('', {})));
    const words = [...all.counts.large].map((token) => tokenWords(all.plan, read, token));
    expect(words).toContain('name: name same');
  });

  it('takes two fields together where each alone is too common', () => {
    const crowd = Array.from({ length: 20_000 }, (_, n) => ({
      crm: 'billing',
      cells: customerCells(
        customer(`C${n}`, {
          name: `${GIVEN[n % 4] ?? ''} ${FAMILIES[n % 5] ?? ''}`,
          email: `${'abcdefghij'.charAt(Math.floor(n / 20) % 10)}eton@example.org`,
        }),
      ),
    }));
    const { keys, refused } = planRegister(crowd, crowd.length);
    expect(refused.map(({ key }) => key)).toEqual(expect.arrayContaining(['name', 'handle']));
    expect(keys).toContain('name + handle');
    // Of fifty times as many, two together are too common as well.
    expect(planRegister(crowd, 1_000_000).keys).not.toContain('name + handle');
  });

  it('is only what somebody who writes can say', () => {
    expect(known.plan.keys.filter((key) => /birth|address|town|postcode/.test(key))).toEqual([]);
  });

  it('reads dates as each customer system writes them', () => {
    const plan = planRegister(
      [
        { crm: 'us', cells: customerCells(customer('1', { birthDate: '12/31/1980' }, 'us')) },
        { crm: 'eu', cells: customerCells(customer('2', { birthDate: '31/12/1980' }, 'eu')) },
      ],
      2,
    );
    const read = recordReader(plan.dayOrder);
    const born = (crm: string) =>
      read(crm, customerCells(customer('3', { birthDate: '03/04/1971' }, crm)))[4];
    expect([born('us'), born('eu')]).toEqual(['19710304', '19710403']);
  });

  it('has tokens that are whole numbers, different ones for a hundred thousand texts', () => {
    const tokens = Array.from({ length: 100_000 }, (_, n) => tokenHash(`name\n${n}`));
    expect(tokens.every((token) => Number.isSafeInteger(token) && token >= 0)).toBe(true);
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});
