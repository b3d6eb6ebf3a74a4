import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { Crm, CrmWritten } from '../../sdk/crm.ts';
import { askJson, type JsonRequest } from '../../sdk/crm/ask-json.ts';
import type { CrmAdapter, SaidPage, SaidRecord } from '../../sdk/crm/crm-adapter.ts';
import { CrmProblem } from '../../sdk/crm/crm-problem.ts';
import { defineCrm } from '../../sdk/define-crm.ts';
import { textAt } from '../at-pointer.ts';
import { keyHash } from '../key-hash.ts';
import type { ZendeskFile } from './zendesk-file.schema.ts';
import { searchNames, zendeskQuery } from './zendesk-query.ts';
import {
  CreatedTicketSchema,
  FoundUsersSchema,
  ListedUsersSchema,
  TicketsSchema,
  UserSchema,
} from './zendesk-shapes.schema.ts';

/** Zendesk gives no more at a time. */
const MOST_ON_A_PAGE = 100;

/**
 * Zendesk Support, by its Ticketing API: end users are customers and their external id is the account number, tickets
 * they asked for are the support history. Notes and tickets are tickets that only agents see, so that nobody is written
 * to; each carries its key as its external id. Products it knows none. Checked against shapes written from Zendesk's
 * public documentation, never against the real service.
 */
export function zendeskCrm(options: {
  readonly name: string;
  readonly file: ZendeskFile;
  readonly token: string;
}): Crm {
  const { name, file, token } = options;
  const { fields } = file;
  const names = searchNames(fields);
  const authorization = `Basic ${Buffer.from(`${file.email}/token:${token}`).toString('base64')}`;

  async function ask(path: string, request: Omit<JsonRequest, 'url'>): Promise<unknown> {
    const headers = { ...request.headers, authorization };
    return (await askJson(name, { ...request, headers, url: new URL(path, file.url) })).json;
  }

  /** Those with an external id: the others are no customers. What is no user is left for the guard to find. */
  function customersAmong(users: readonly unknown[]): readonly SaidRecord[] {
    return users.flatMap((given) => {
      const user = UserSchema.safeParse(given);
      if (!user.success) return [{ accountNumber: '' }];
      const {
        external_id: accountNumber,
        name: called,
        email,
        phone,
        created_at: since,
        user_fields,
      } = user.data;
      if (accountNumber === null) return [];
      const own = (key: string | undefined): string | null =>
        key === undefined ? null : textAt(user_fields, `/${key}`);
      return [
        {
          accountNumber,
          name: called ?? null,
          email: email ?? null,
          phone: phone ?? null,
          birthDate: own(fields.birthDate),
          address: own(fields.address),
          locality: own(fields.locality),
          postcode: own(fields.postcode),
          region: own(fields.region),
          since: since ?? null,
          extra: Object.fromEntries(file.extra.map((key) => [key, own(key)])),
        },
      ];
    });
  }

  async function usersFound(
    query: JsonRequest['query'],
    signal: AbortSignal,
  ): Promise<{ readonly users: readonly unknown[]; readonly next: string | null }> {
    const json = await ask('/api/v2/users/search', { query: query ?? {}, signal });
    const { users, next_page: next } = FoundUsersSchema.parse(json);
    return { users, next: numberIn(next) };
  }

  /** Zendesk's own id of a customer; null if there is none of that number. */
  async function userId(accountNumber: string, signal: AbortSignal): Promise<number | null> {
    const { users } = await usersFound({ external_id: accountNumber }, signal);
    const ids = users
      .map((user) => UserSchema.parse(user))
      .filter((user) => user.external_id === accountNumber);
    if (ids.length > 1) throw new CrmProblem(name, 'unreadable record');
    return ids[0]?.id ?? null;
  }

  async function writeTicket(
    accountNumber: string,
    ticket: JsonObject,
    key: string,
    signal: AbortSignal,
  ): Promise<CrmWritten> {
    const requester = await userId(accountNumber, signal);
    if (requester === null) throw new CrmProblem(name, 'refused', { says: 'knows no such customer' });
    const externalId = keyHash(key);
    const json = await ask('/api/v2/tickets', {
      method: 'POST',
      headers: { 'idempotency-key': externalId },
      body: { ticket: { ...ticket, requester_id: requester, external_id: externalId } },
      signal,
    });
    return { externalId: String(CreatedTicketSchema.parse(json).ticket.id) };
  }

  const adapter: CrmAdapter = {
    name,
    searchBy: ['accountNumber', ...names.keys()],
    freshness: 'live',
    writes: 'searchable',
    country: file.country,
    accountNumberAs: file.accountNumberAs,
    limits: { ...file.limits, pageSize: Math.min(file.limits.pageSize ?? MOST_ON_A_PAGE, MOST_ON_A_PAGE) },
    async search(asked, { cursor, size }, signal) {
      const pages = { page: cursor ?? '1', per_page: String(size) };
      // An external id is asked for by itself: the search does not take both.
      const query = asked.accountNumber === undefined ? zendeskQuery(asked, names) : undefined;
      if (query === null) return { items: [] };
      const { users, next } = await usersFound({ ...pages, query, external_id: asked.accountNumber }, signal);
      return { items: customersAmong(users), next };
    },
    async fetch(accountNumber, signal) {
      const { users } = await usersFound({ external_id: accountNumber }, signal);
      const found = customersAmong(users);
      if (found.length > 1) throw new CrmProblem(name, 'unreadable record');
      return { value: found[0] ?? null };
    },
    async list({ cursor, size }, signal): Promise<SaidPage<SaidRecord>> {
      const query = { role: 'end-user', 'page[size]': String(size), 'page[after]': cursor ?? undefined };
      const { users, meta } = ListedUsersSchema.parse(await ask('/api/v2/users', { query, signal }));
      return { items: customersAmong(users), next: meta.has_more ? (meta.after_cursor ?? null) : null };
    },
    async history(accountNumber, { cursor, size }, signal) {
      const id = await userId(accountNumber, signal);
      if (id === null) return { items: [] };
      // Pages by number can be sorted by time; those by cursor cannot.
      const query = {
        sort_by: 'created_at',
        sort_order: 'desc',
        page: cursor ?? '1',
        per_page: String(size),
      };
      const json = await ask(`/api/v2/users/${id}/tickets/requested`, { query, signal });
      const { tickets, next_page: next } = TicketsSchema.parse(json);
      const items = tickets.map((ticket) => ({
        id: String(ticket.id),
        at: ticket.created_at ?? null,
        channel: textAt(ticket, '/via/channel'),
        about: ticket.subject ?? null,
        outcome: ticket.status ?? null,
      }));
      return { items, next: numberIn(next) };
    },
    addNote(accountNumber, note, key, signal) {
      const body = `${note.text}\n\n${note.by}, ${note.at}`;
      const ticket = { subject: 'Earshot', comment: { body, public: false }, status: 'solved' };
      return writeTicket(accountNumber, ticket, key, signal);
    },
    openTicket(accountNumber, { subject, text }, key, signal) {
      return writeTicket(accountNumber, { subject, comment: { body: text, public: false } }, key, signal);
    },
    async findWritten(_accountNumber, key, signal) {
      const json = await ask('/api/v2/tickets', { query: { external_id: keyHash(key) }, signal });
      const [ticket] = TicketsSchema.parse(json).tickets;
      return ticket === undefined ? null : { externalId: String(ticket.id) };
    },
  };
  return defineCrm(adapter);
}

/** The page's number in the address of a page. The address itself is not gone to: answers do not lead us anywhere. */
function numberIn(address: string | null | undefined): string | null {
  return /[?&]page=(\d{1,9})(?:&|$)/.exec(address ?? '')?.[1] ?? null;
}
