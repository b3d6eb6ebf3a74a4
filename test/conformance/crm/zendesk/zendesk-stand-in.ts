import type { Express, Request, Response } from 'express';
import { normalisePhone } from '../../../../engine/identity/phone.ts';
import type { Fault, WrittenThere } from '../crm-under-test.ts';
import { NOBODY, type KnownPerson } from '../known-people.ts';

/**
 * Answers in the shapes of Zendesk's Ticketing API, written from its public documentation (“Search Users”, “List Users”,
 * “List Tickets”, “Create Ticket”, “Pagination”, “Idempotency”, “Rate limits”). It is no recording of the real service.
 */
export const TOKEN = 'an-api-token';
export const ZENDESK_FILE = {
  kind: 'zendesk',
  email: 'earshot@example.com',
  token: 'ZENDESK_TOKEN',
  country: 'US',
  fields: {
    birthDate: 'birth_date',
    address: 'street',
    locality: 'city',
    postcode: 'postcode',
    region: 'region',
  },
};
const AUTHORIZATION = `Basic ${Buffer.from(`${ZENDESK_FILE.email}/token:${TOKEN}`).toString('base64')}`;

interface Ticket extends WrittenThere {
  readonly id: number;
  readonly externalId: string;
  readonly idempotencyKey: string;
  readonly isPublic: boolean;
}

const idOf = (person: KnownPerson): number => Number(person.accountNumber) + 9_000_000_000;

function userOf(person: KnownPerson): Record<string, unknown> {
  return {
    id: idOf(person),
    url: `https://earshot.zendesk.com/api/v2/users/${idOf(person)}.json`,
    external_id: person.accountNumber,
    name: person.name,
    email: person.email,
    phone: person.phone === null ? null : normalisePhone(person.phone),
    role: 'end-user',
    created_at: person.since === null ? '2010-01-01T00:00:00Z' : `${person.since}T00:00:00Z`,
    user_fields: {
      birth_date: person.birthDate,
      street: person.address,
      city: person.locality,
      postcode: person.postcode,
      region: person.region,
    },
  };
}

/** Somebody who wrote once and has no account number. */
const STRANGER = {
  ...userOf({ ...NOBODY, accountNumber: '1', name: 'A Stranger' }),
  external_id: null,
  email: 'home@example.com',
};

/** The search syntax as our CRM speaks it: properties with values between quotes. Null for what is no such query. */
function readQuery(query: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  let rest = `${query} `;
  while (rest !== '') {
    const found = /^(\w+):(?:"([^"\\*]*)"|([\w-]+)) /.exec(rest);
    if (found === null) return null;
    parts.set(found[1] ?? '', found[2] ?? found[3] ?? '');
    rest = rest.slice(found[0].length);
  }
  return parts;
}

function fits(user: Record<string, unknown>, parts: ReadonlyMap<string, string>): boolean {
  const own = user['user_fields'] as Record<string, unknown> | null;
  return [...parts].every(([name, value]) => {
    const said = String(user[name] ?? own?.[name] ?? '').toLowerCase();
    // A name is found by a part of it.
    return name === 'name' ? said.includes(value.toLowerCase()) : said === value.toLowerCase();
  });
}

export function zendesk(people: readonly KnownPerson[]): {
  readonly routes: (app: Express) => void;
  readonly tickets: Ticket[];
} {
  const users: readonly Record<string, unknown>[] = [...people.map(userOf), STRANGER];
  const tickets: Ticket[] = [];

  function byNumber(request: Request, response: Response, name: string, all: readonly object[]): void {
    const page = Number(request.query['page'] ?? 1);
    const size = Math.min(Number(request.query['per_page'] ?? 100), 100);
    const to = page * size;
    const address = (of: number): string =>
      `https://earshot.zendesk.com${request.path}?page=${of}&per_page=${size}`;
    response.json({
      [name]: all.slice(to - size, to),
      next_page: to < all.length ? address(page + 1) : null,
      previous_page: page > 1 ? address(page - 1) : null,
      count: all.length,
    });
  }

  function create(request: Request, response: Response): void {
    const {
      subject,
      comment,
      requester_id: requester,
      external_id: externalId,
      status,
    } = request.body.ticket;
    const idempotencyKey = request.get('idempotency-key') ?? '';
    const known = tickets.find((one) => one.idempotencyKey === idempotencyKey);
    response.set('x-idempotency-lookup', known === undefined ? 'miss' : 'hit');
    const person = people.find((one) => idOf(one) === requester);
    if (person === undefined) return void response.status(422).json({ error: 'RecordInvalid' });
    const ticket = known ?? {
      id: 35_000 + tickets.length,
      kind: status === 'solved' ? ('note' as const) : ('ticket' as const),
      accountNumber: person.accountNumber,
      text: comment.body,
      isPublic: comment.public,
      externalId,
      idempotencyKey,
    };
    if (known === undefined) tickets.push(ticket);
    response
      .status(201)
      .json({ ticket: { id: ticket.id, subject, status: status ?? 'new', external_id: externalId } });
  }

  return {
    tickets,
    routes(app) {
      app.use((request, response, next) => {
        response.set({ 'x-rate-limit': '700', 'ratelimit-limit': '700', 'ratelimit-remaining': '699' });
        if (request.get('authorization') === AUTHORIZATION) next();
        else response.status(401).json({ error: "Couldn't authenticate you" });
      });
      app.get('/api/v2/users/search', (request, response) => {
        const { query, external_id: externalId } = request.query;
        if (externalId !== undefined) {
          return byNumber(
            request,
            response,
            'users',
            users.filter((user) => user['external_id'] === externalId),
          );
        }
        const parts = readQuery(String(query));
        if (parts === null)
          return void response.status(400).json({ error: 'invalid', description: 'Invalid search' });
        byNumber(
          request,
          response,
          'users',
          users.filter((user) => fits(user, parts)),
        );
      });
      app.get('/api/v2/users', (request, response) => {
        const size = Number(request.query['page[size]']);
        if (!(size >= 1 && size <= 100))
          return void response.status(400).json({ error: 'invalid page size' });
        const from = Number(request.query['page[after]'] ?? 0);
        const to = from + size;
        response.json({
          users: users.slice(from, to),
          meta: { has_more: to < users.length, after_cursor: String(to), before_cursor: String(from) },
          links: {
            next: to < users.length ? `https://earshot.zendesk.com/api/v2/users?page[after]=${to}` : null,
          },
        });
      });
      app.get('/api/v2/users/:id/tickets/requested', (request, response) => {
        const { sort_by: by, sort_order: order } = request.query;
        const contacts = [...(people.find((one) => idOf(one) === Number(request.params.id))?.contacts ?? [])];
        if (by === 'created_at' && order === 'desc')
          contacts.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
        const asked = contacts.map(({ id, at, channel, about, outcome }) => ({
          id: Number(id),
          created_at: at,
          via: { channel, source: { from: {}, to: {}, rel: null } },
          subject: about,
          status: outcome,
        }));
        byNumber(request, response, 'tickets', asked);
      });
      app.get('/api/v2/tickets', (request, response) => {
        const found = tickets.filter((ticket) => ticket.externalId === request.query['external_id']);
        byNumber(
          request,
          response,
          'tickets',
          found.map(({ id }) => ({ id })),
        );
      });
      app.post('/api/v2/tickets', create);
    },
  };
}

interface Page {
  readonly users: readonly Record<string, unknown>[];
  readonly meta?: object;
}
const isPage = (body: unknown): body is Page =>
  typeof body === 'object' && body !== null && 'users' in body && Array.isArray(body.users);

let invented = 0;

/** How Zendesk might go wrong in its own shapes. */
export function spoilZendesk(fault: Fault, body: unknown): unknown {
  if (!isPage(body)) return body;
  const [first] = body.users;
  switch (fault) {
    case 'error inside':
      return { error: 'DatabaseError', description: 'Sorry, we could not complete your request' };
    case 'same id twice':
      return { ...body, users: [...body.users, { ...first, name: 'Somebody Else' }] };
    case 'no account number':
      return { ...body, users: [{ ...first, external_id: undefined }] };
    case 'same cursor':
      return { ...body, meta: { has_more: true, after_cursor: '10' } };
    case 'endless pages':
      invented += 1;
      return {
        users: [{ ...first, external_id: `9${invented}` }],
        meta: { has_more: true, after_cursor: `c${invented}` },
      };
    default:
      return body;
  }
}
