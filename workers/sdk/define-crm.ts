import type { CountryCode } from 'libphonenumber-js/max';
import { z } from 'zod';
import type {
  CallOptions,
  Crm,
  CrmField,
  CrmOffers,
  CrmOperation,
  CrmPage,
  CrmQuestion,
  CrmRecord,
  CrmSearch,
  CrmWritten,
  PageRequest,
} from './crm.ts';
import { ContactSchema, ProductSchema, RecordSchema, WrittenSchema } from './crm/answers.schema.ts';
import { checkedAnswer, checkedPage } from './crm/checked-answers.ts';
import { realClock, type Clock } from './crm/clock.ts';
import type { CrmAdapter } from './crm/crm-adapter.ts';
import { CrmProblem } from './crm/crm-problem.ts';
import { guard } from './crm/guard.ts';
import { limitsOf } from './crm/limits.ts';
import { pagesOf } from './crm/pages.ts';
import {
  askable,
  carries,
  countryOf,
  fieldsOf,
  isAccountNumber,
  wellFormed,
  writtenAs,
} from './crm/questions.ts';

const FIELD_OF: { readonly [by in CrmQuestion['by']]: CrmField } = {
  email: 'email',
  phone: 'phone',
  'account number': 'accountNumber',
};
const OPERATIONS: readonly Exclude<CrmOperation, 'search'>[] = [
  'fetch',
  'history',
  'products',
  'addNote',
  'openTicket',
  'findWritten',
  'list',
];

/**
 * Makes of an adapter a CRM that can be relied on: every call has its turn and its time, every answer is checked, and
 * whatever goes wrong is a CrmProblem. Throws at start where the adapter contradicts itself.
 */
export function defineCrm(adapter: CrmAdapter, clock: Clock = realClock): Crm {
  const { name } = adapter;
  const offers = offersOf(adapter);
  const limits = limitsOf(name, adapter.limits);
  const country = (): CountryCode | undefined =>
    countryOf(typeof adapter.country === 'function' ? adapter.country() : adapter.country);
  const { run, close } = guard(name, limits, clock);
  const now = (): string => new Date(clock.now()).toISOString();
  const records = RecordSchema.transform((said): CrmRecord => ({ crm: name, ...said }));
  const pageFrom = (page: Partial<PageRequest> = {}): PageRequest => ({
    cursor: page.cursor ?? null,
    size: Math.min(page.size ?? limits.pageSize, limits.pageSize),
  });
  const emptyPage = <T>(): CrmPage<T> => ({ items: [], next: null, asOf: now(), unreadable: 0 });
  const written = (accountNumber: string): string =>
    writtenAs(adapter.accountNumberAs ?? '', wellFormed(accountNumber));
  const byNumber = (record: CrmRecord): string => record.accountNumber;

  /** The adapter's function; throws 'not offered' if it has none. */
  function offered<Name extends CrmOperation>(operation: Name): NonNullable<CrmAdapter[Name]> {
    const ask = adapter[operation];
    if (ask === undefined) throw new CrmProblem(name, 'not offered');
    return ask.bind(adapter) as NonNullable<CrmAdapter[Name]>;
  }

  async function write(
    accountNumber: string,
    options: CallOptions | undefined,
    act: (signal: AbortSignal) => Promise<CrmWritten>,
  ): Promise<CrmWritten> {
    if (!isAccountNumber(accountNumber))
      throw new CrmProblem(name, 'refused', { says: 'knows no such customer' });
    const answer = WrittenSchema.safeParse(await run(act, options));
    if (!answer.success) throw new CrmProblem(name, 'wrong answer');
    return answer.data;
  }

  const crm: Crm = {
    name,
    offers,
    limits,
    async search(fields: CrmSearch, page, options) {
      if (fieldsOf(fields).some((field) => !offers.searchBy.includes(field))) {
        throw new CrmProblem(name, 'not offered', { says: 'cannot be searched by this' });
      }
      const asked = askable(fields, country());
      if (asked === null) return emptyPage();
      const from = pageFrom(page);
      const number = asked.accountNumber;
      const search = number === undefined ? asked : { ...asked, accountNumber: written(number) };
      const answer = await run((signal) => adapter.search(search, from, signal), options);
      const read = checkedPage(answer, from.cursor, {
        crm: name,
        schema: records,
        keyOf: byNumber,
        strict: true,
        now: now(),
      });
      return { ...read, items: read.items.filter((record) => carries(record, asked, country())) };
    },
    async fetch(accountNumber, options) {
      const ask = offered('fetch');
      if (!isAccountNumber(accountNumber)) return { value: null, asOf: now() };
      const answer = await run((signal) => ask(written(accountNumber), signal), options);
      const read = checkedAnswer(answer, records.nullable(), name, now());
      if (read.value !== null && !carries(read.value, { accountNumber })) {
        throw new CrmProblem(name, 'wrong answer', { says: 'answered with another customer' });
      }
      return read;
    },
    async history(accountNumber, page, options) {
      const ask = offered('history');
      if (!isAccountNumber(accountNumber)) return emptyPage();
      const from = pageFrom(page);
      const answer = await run((signal) => ask(written(accountNumber), from, signal), options);
      const reading = { crm: name, schema: ContactSchema, strict: false, now: now() };
      return checkedPage(answer, from.cursor, { ...reading, keyOf: (contact) => contact.id });
    },
    async products(accountNumber, options) {
      const ask = offered('products');
      if (!isAccountNumber(accountNumber)) return { value: [], asOf: now() };
      const answer = await run((signal) => ask(written(accountNumber), signal), options);
      return checkedAnswer(answer, z.array(ProductSchema), name, now());
    },
    async list(page, options) {
      const ask = offered('list');
      const from = pageFrom(page);
      const answer = await run((signal) => ask(from, signal), options);
      const reading = { crm: name, schema: records, strict: false, now: now() };
      return checkedPage(answer, from.cursor, { ...reading, keyOf: byNumber });
    },
    async addNote(accountNumber, note, key, options) {
      const add = offered('addNote');
      return write(accountNumber, options, (signal) => add(written(accountNumber), note, key, signal));
    },
    async openTicket(accountNumber, ticket, key, options) {
      const open = offered('openTicket');
      return write(accountNumber, options, (signal) => open(written(accountNumber), ticket, key, signal));
    },
    async findWritten(accountNumber, key, options) {
      const find = offered('findWritten');
      if (!isAccountNumber(accountNumber)) return null;
      const found = await run((signal) => find(written(accountNumber), key, signal), options);
      const answer = WrittenSchema.nullable().safeParse(found);
      if (!answer.success) throw new CrmProblem(name, 'wrong answer');
      return answer.data;
    },
    async lookUp({ by, value }, options = {}) {
      const field = FIELD_OF[by];
      if (!offers.searchBy.includes(field)) {
        if (field !== 'accountNumber' || adapter.fetch === undefined) return [];
        const { value: record } = await crm.fetch(value, options);
        return record === null ? [] : [record];
      }
      const until = clock.now() + Math.min(limits.timeoutMs, options.withinMs ?? limits.timeoutMs);
      const left = (): CallOptions => ({ ...options, withinMs: until - clock.now() });
      const found = new Map<string, CrmRecord>();
      const pages = pagesOf(name, limits.mostPages, (cursor) =>
        crm.search({ [field]: value }, { cursor }, left()),
      );
      for await (const page of pages)
        for (const record of page.items) found.set(record.accountNumber, record);
      return [...found.values()];
    },
    async close() {
      close();
      await adapter.close?.();
    },
  };
  return crm;
}

function offersOf(adapter: CrmAdapter): CrmOffers {
  const { name, searchBy, freshness, writes = null } = adapter;
  const operations = OPERATIONS.filter((operation) => adapter[operation] !== undefined);
  const isWritten = operations.includes('addNote') || operations.includes('openTicket');
  if (name.trim() === '') throw new Error('A CRM needs a name.');
  if (searchBy.length === 0)
    throw new Error(`The CRM '${name}' can be searched by nothing: name a field in searchBy.`);
  if (isWritten !== (writes !== null)) {
    throw new Error(`The CRM '${name}' names \`writes\` if it has addNote or openTicket, and only then.`);
  }
  if ((writes === 'searchable') !== operations.includes('findWritten')) {
    throw new Error(`The CRM '${name}' has findWritten if its writes are searchable, and only then.`);
  }
  return { searchBy, operations: ['search', ...operations], writes, freshness };
}
