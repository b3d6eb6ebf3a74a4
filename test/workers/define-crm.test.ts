import { describe, expect, it } from 'vitest';
import type { Crm } from '../../workers/sdk/crm.ts';
import type { CrmAdapter } from '../../workers/sdk/crm/crm-adapter.ts';
import type { Clock } from '../../workers/sdk/crm/clock.ts';
import { CrmProblem } from '../../workers/sdk/crm/crm-problem.ts';
import { everyCustomer } from '../../workers/sdk/crm/pages.ts';
import { writtenAs } from '../../workers/sdk/crm/questions.ts';
import { retryAfterMs } from '../../workers/sdk/crm/retry-after.ts';
import { defineCrm } from '../../workers/sdk/define-crm.ts';
import { manualClock } from './manual-clock.ts';

const nobody: CrmAdapter = {
  name: 'billing',
  searchBy: ['email', 'phone', 'accountNumber', 'name'],
  freshness: 'live',
  country: 'US',
  search: async () => ({ items: [] }),
};
const ana = { accountNumber: 'AC-4417', name: 'Ana', email: 'ana@example.com', phone: '(212) 555-2368' };
const answering = (items: readonly unknown[], more: object = {}): Partial<CrmAdapter> => ({
  search: async () => ({ items: items as never, ...more }),
});
/** By the real clock, and asked without rest, unless something else is said. */
const crmOf = (adapter: Partial<CrmAdapter>, clock?: Clock): Crm =>
  defineCrm({ ...nobody, limits: { callsPerSecond: 10_000 }, ...adapter }, clock);
const byEmail = { by: 'email', value: 'ana@example.com' } as const;
const never = (): Promise<never> => new Promise(() => undefined);

describe('what a CRM answers', () => {
  it('is what fits for certain, however loosely it searched', async () => {
    const crm = crmOf(
      answering([
        ana,
        { accountNumber: '2', email: 'banana@example.com', phone: '+12125552368' },
        { accountNumber: '3' },
      ]),
    );
    expect(await crm.lookUp(byEmail)).toMatchObject([{ accountNumber: 'AC-4417' }]);
    const phones = await crm.lookUp({ by: 'phone', value: '+12125552368' });
    expect(phones.map((record) => record.accountNumber)).toEqual(['AC-4417', '2']);
    expect(await crm.lookUp({ by: 'account number', value: 'AC4417' })).toHaveLength(1);
    const { items } = await crm.search({ name: 'anything' });
    expect(items).toHaveLength(3);
  });

  it('is a whole record, in the CRM’s name, with nothing where nothing can be read', async () => {
    const crm = crmOf(
      answering([{ accountNumber: 4417, email: 'ana@example.com', name: ' ', since: 'spring' }]),
    );
    expect(await crm.lookUp(byEmail)).toEqual([
      {
        crm: 'billing',
        accountNumber: '4417',
        name: null,
        email: 'ana@example.com',
        phone: null,
        birthDate: null,
        address: null,
        locality: null,
        postcode: null,
        region: null,
        since: null,
        products: [],
        extra: {},
      },
    ]);
  });

  it('counts once what stands there twice and is the same', async () => {
    expect(await crmOf(answering([ana, ana])).lookUp(byEmail)).toHaveLength(1);
  });

  it.each([
    ['no page', 'wrong answer', { search: async () => 'Sign in' as never }],
    ['no list', 'wrong answer', { search: async () => ({ items: {} as never }) }],
    ['nothing', 'wrong answer', { search: async () => undefined as never }],
    ['the same page again', 'wrong answer', answering([ana], { next: 'same' })],
    ['two of one number', 'unreadable record', answering([ana, { ...ana, name: 'Bert' }])],
    ['nobody’s record', 'unreadable record', answering([{ ...ana, accountNumber: '' }])],
    ['a record that is none', 'unreadable record', answering([{ ...ana, name: ['Ana'] }])],
    ['a record it cannot read itself', 'unreadable record', answering([], { unreadable: 1 })],
    ['a name that is a book', 'unreadable record', answering([{ ...ana, name: 'x'.repeat(60_000) }])],
  ] as const)('is a problem in a sentence: %s', async (_what, kind, adapter) => {
    const problem: unknown = await crmOf(adapter)
      .lookUp(byEmail)
      .catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(CrmProblem);
    expect(problem).toMatchObject({ kind, crm: 'billing' });
    expect(String(problem)).not.toMatch(/ana|bert|sign in/i);
  });

  it('never is a word that the CRM said', async () => {
    const search = async (): Promise<never> => {
      throw new Error('no row for ana@example.com');
    };
    const problem: unknown = await crmOf({ search })
      .lookUp(byEmail)
      .catch((error: unknown) => error);
    expect(problem).toMatchObject({
      kind: 'down',
      sentence: 'The customer system “billing” does not answer.',
    });
    expect(JSON.stringify(problem, Object.getOwnPropertyNames(problem))).not.toContain('ana@');
  });

  it('leaves out of a list what nobody can read, and says how many', async () => {
    const crm = crmOf({ list: async () => ({ items: [ana, { accountNumber: '' }] }) });
    expect(await crm.list()).toMatchObject({ items: [{ accountNumber: 'AC-4417' }], unreadable: 1 });
    const broken = crmOf({ list: async () => ({ items: [{ accountNumber: '' }] }) });
    await expect(broken.list()).rejects.toMatchObject({ kind: 'wrong answer' });
  });

  it('is not another customer than was asked for', async () => {
    const crm = crmOf({ fetch: async () => ({ value: ana }) });
    expect((await crm.fetch('AC 4417')).value?.name).toBe('Ana');
    await expect(crm.fetch('AC-9999')).rejects.toMatchObject({ kind: 'wrong answer' });
  });

  it('ends, though its pages do not', async () => {
    let page = 0;
    const list = async (): Promise<{ items: { accountNumber: string }[]; next: string }> => {
      page += 1;
      return { items: [{ accountNumber: String(page) }], next: String(page % 7) };
    };
    const crm = crmOf({ list });
    const walk = async (): Promise<void> => {
      for await (const one of everyCustomer(crm)) expect(one.items).toHaveLength(1);
    };
    await expect(walk()).rejects.toMatchObject({ kind: 'wrong answer' });
    expect(page).toBeLessThan(10);
  });
});

describe('what a CRM is asked', () => {
  it('is nothing where nobody can be found by it', async () => {
    let asked = 0;
    const crm = crmOf({
      search: async () => {
        asked += 1;
        return { items: [] };
      },
    });
    for (const value of ['', ' ', 'not an address', "x' OR '1'='1", `${'a'.repeat(300)}@example.com`]) {
      expect(await crm.lookUp({ by: 'email', value })).toEqual([]);
    }
    expect((await crm.search({ name: 'x'.repeat(257) })).items).toEqual([]);
    expect(asked).toBe(0);
  });

  it('is nothing that it does not offer', async () => {
    const crm = crmOf({ searchBy: ['name'] });
    expect(await crm.lookUp(byEmail)).toEqual([]);
    await expect(crm.search({ email: 'ana@example.com' })).rejects.toMatchObject({ kind: 'not offered' });
    await expect(crm.history('1')).rejects.toMatchObject({ kind: 'not offered' });
    expect(crm.offers.operations).toEqual(['search']);
  });

  it('is an account number as it writes them', async () => {
    const asked: unknown[] = [];
    const crm = crmOf({
      accountNumberAs: 'AC-##-##',
      search: async (fields) => {
        asked.push(fields.accountNumber);
        return { items: [] };
      },
      fetch: async (accountNumber) => {
        asked.push(accountNumber);
        return { value: null };
      },
    });
    await crm.lookUp({ by: 'account number', value: 'AC4417' });
    await crm.fetch('ac 44 17');
    await crm.fetch('AC-44-17');
    await crm.fetch('7');
    expect(asked).toEqual(['AC-44-17', 'AC-44-17', 'AC-44-17', '7']);
    expect(writtenAs('##-##', '12345')).toBe('12345');
    expect(writtenAs('', '12-34')).toBe('12-34');
  });
});

describe('a CRM that is slow or down', () => {
  it('is given up after its time, whether or not it listens, and its late answer is nobody’s', async () => {
    const clock = manualClock();
    let fail = (_error: Error): void => undefined;
    const search = (): Promise<never> => new Promise((_resolve, reject) => (fail = reject));
    const crm = crmOf({ search, limits: { timeoutMs: 5_000 } }, clock);
    const asked = crm.lookUp(byEmail).catch((error: unknown) => error);
    await clock.pass(4_999);
    await clock.pass(2);
    expect(await asked).toMatchObject({ kind: 'slow', retry: true, happened: 'perhaps' });
    fail(new Error('too late'));
    await clock.pass(1);
  });

  it('has no more time than its caller', async () => {
    const clock = manualClock();
    const crm = crmOf({ search: never }, clock);
    const asked = crm.lookUp(byEmail, { withinMs: 300 }).catch((error: unknown) => error);
    await clock.pass(300);
    expect(await asked).toMatchObject({ kind: 'slow' });
  });

  it('is left alone after three times, tried once in a while, and asked again when it answers', async () => {
    const clock = manualClock();
    let calls = 0;
    let isDown = true;
    const crm = crmOf(
      {
        search: async () => {
          calls += 1;
          if (isDown) throw new CrmProblem('billing', 'down');
          return { items: [ana] };
        },
        limits: { callsPerSecond: 1_000 },
      },
      clock,
    );
    const ask = async (): Promise<string> => {
      const asked = crm.lookUp(byEmail).then(
        (found) => `found ${found.length}`,
        (problem: CrmProblem) => `${problem.kind} ${problem.happened}`,
      );
      await clock.pass(10);
      return asked;
    };
    for (let time = 0; time < 3; time += 1) expect(await ask()).toBe('down perhaps');
    expect(calls).toBe(3);
    expect(await ask()).toBe('down no');
    expect(calls).toBe(3);
    await clock.pass(2_000);
    expect(await ask()).toBe('down perhaps');
    await clock.pass(2_000);
    expect(await ask()).toBe('down no');
    expect(calls).toBe(4);
    isDown = false;
    await clock.pass(2_000);
    expect(await ask()).toBe('found 1');
    expect(await ask()).toBe('found 1');
  });

  it('is not left alone for what its callers gave up', async () => {
    const clock = manualClock();
    let isHanging = true;
    const crm = crmOf({ search: async () => (isHanging ? never() : { items: [ana] }) }, clock);
    for (let time = 0; time < 5; time += 1) {
      const stop = new AbortController();
      const asked = crm.lookUp(byEmail, { signal: stop.signal }).catch((error: unknown) => error);
      await clock.pass(100);
      stop.abort('gone');
      expect(await asked).toBe('gone');
    }
    isHanging = false;
    const asked = crm.lookUp(byEmail);
    await clock.pass(100);
    expect(await asked).toHaveLength(1);
  });
});

describe('a CRM with limits', () => {
  it('is asked so many at once, and so many a second', async () => {
    const clock = manualClock();
    const began: number[] = [];
    let inside = 0;
    let most = 0;
    const start = clock.now();
    const crm = crmOf(
      {
        search: async (_fields, _page, signal) => {
          began.push(clock.now() - start);
          inside += 1;
          most = Math.max(most, inside);
          await clock.wait(900, signal);
          inside -= 1;
          return { items: [] };
        },
        limits: { callsAtOnce: 2, callsPerSecond: 4, timeoutMs: 60_000 },
      },
      clock,
    );
    const asked = Promise.all(Array.from({ length: 6 }, () => crm.lookUp(byEmail)));
    await clock.pass(10_000);
    await asked;
    expect(most).toBe(2);
    expect(began).toHaveLength(6);
    const gaps = began.slice(1).map((time, index) => time - (began[index] ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(250);
  });

  it('takes no question that could not come to its turn', async () => {
    const clock = manualClock();
    const crm = crmOf({ search: never, limits: { callsAtOnce: 1, timeoutMs: 1_000 } }, clock);
    const asked = [crm.lookUp(byEmail), crm.lookUp(byEmail)].map((one) =>
      one.catch((error: unknown) => error),
    );
    await clock.pass(1_000);
    expect(await asked[0]).toMatchObject({ kind: 'slow' });
    expect(await asked[1]).toMatchObject({ kind: expect.stringMatching(/slow|throttled/) });
  });

  it('is left alone for as long as it asks, if there is time, and so do all others', async () => {
    const clock = manualClock();
    const start = clock.now();
    const asked: number[] = [];
    const crm = crmOf(
      {
        search: async () => {
          asked.push(clock.now() - start);
          if (asked.length === 1) throw new CrmProblem('billing', 'throttled', { retryAfterMs: 2_000 });
          return { items: [ana] };
        },
      },
      clock,
    );
    const first = crm.lookUp(byEmail);
    await clock.pass(100);
    const second = crm.lookUp(byEmail);
    await clock.pass(4_000);
    expect(await first).toHaveLength(1);
    expect(await second).toHaveLength(1);
    expect(asked.slice(1).every((time) => time >= 2_000)).toBe(true);
  });

  it('says that it takes no more, where there is no time to wait', async () => {
    const search = async (): Promise<never> => {
      throw new CrmProblem('billing', 'throttled', { retryAfterMs: 3_600_000 });
    };
    await expect(crmOf({ search }).lookUp(byEmail)).rejects.toMatchObject({
      kind: 'throttled',
      retryAfterMs: 3_600_000,
      happened: 'no',
    });
  });

  it('says for how long in seconds or by a date', () => {
    const now = Date.parse('2026-03-02T12:00:00Z');
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Mon, 02 Mar 2026 12:00:30 GMT', now)).toBe(30_000);
    expect(retryAfterMs('Mon, 02 Mar 2026 11:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('soon', now)).toBeNull();
    expect(retryAfterMs(null, now)).toBeNull();
  });
});

describe('a CRM that contradicts itself is refused at start', () => {
  const write = async () => ({ externalId: '1' });
  it.each([
    [{ name: ' ' }, 'needs a name'],
    [{ searchBy: [] }, 'can be searched by nothing'],
    [{ addNote: write }, 'names `writes`'],
    [{ writes: 'keyed' }, 'names `writes`'],
    [{ addNote: write, writes: 'searchable' }, 'has findWritten'],
    [{ addNote: write, writes: 'keyed', findWritten: write }, 'has findWritten'],
    [{ limits: { timeoutMs: 0 } }, 'timeoutMs of the CRM'],
  ] as const)('%o', (adapter, reason) => {
    expect(() => crmOf(adapter as Partial<CrmAdapter>)).toThrow(reason);
  });
});
