import type { Express, Request, Response } from 'express';
import { normaliseAccountNumber } from '../../../../engine/identity/account-number.ts';
import { normalisePhone } from '../../../../engine/identity/phone.ts';
import type { Fault, WrittenThere } from '../crm-under-test.ts';
import type { KnownPerson } from '../known-people.ts';

export const TOKEN = 'a token of the billing system';

interface Written extends WrittenThere {
  readonly id: string;
  readonly key: string;
}

/** How the billing system says a customer: in its own words, the name in two parts. */
function customerOf(person: KnownPerson): object {
  const [first, ...rest] = (person.name ?? '').split(' ');
  return {
    number: Number(person.accountNumber),
    person: { first, last: rest.length === 0 ? null : rest.join(' '), born: person.birthDate },
    contact: { mail: person.email, tel: person.phone },
    home: {
      street: person.address,
      city: person.locality,
      zip: person.postcode,
      'a/b': { region: person.region },
    },
    opened: person.since,
    plans: person.products.map((product) => product.name),
    tariff: 'gold',
  };
}

const lower = (text: string | null): string => (text ?? '').toLowerCase();

/** A billing system: its routes over these people, and what was written there. */
export function billing(people: readonly KnownPerson[]): {
  readonly routes: (app: Express) => void;
  readonly written: Written[];
} {
  const written: Written[] = [];
  const find = (request: Request): KnownPerson | undefined =>
    people.find((person) => person.accountNumber === request.params['number']);

  function fits(person: KnownPerson, query: Request['query']): boolean {
    const asked = (name: string): string | null => (typeof query[name] === 'string' ? query[name] : null);
    const [mail, tel, number, q] = [asked('mail'), asked('tel'), asked('number'), asked('q')];
    return (
      (mail === null || lower(person.email) === lower(mail)) &&
      (tel === null || normalisePhone(person.phone ?? '') === tel) &&
      (number === null || normaliseAccountNumber(person.accountNumber) === number) &&
      (q === null || person.name === q) &&
      (asked('zip') === null || person.postcode === asked('zip')) &&
      (asked('born') === null || person.birthDate === asked('born'))
    );
  }

  function page(request: Request, response: Response, name: string, all: readonly object[]): void {
    const from = Number(request.query['after'] ?? 0);
    const size = Number(request.query['size']);
    const next = from + size < all.length ? String(from + size) : null;
    response.json({ data: { [name]: all.slice(from, from + size) }, meta: { next } });
  }

  function write(kind: Written['kind'], request: Request, response: Response): void {
    const person = find(request);
    if (person === undefined) return void response.status(404).json({ error: 'no such customer' });
    const key = request.get('idempotency-key') ?? '';
    const known = written.find((one) => one.key === key && one.kind === kind);
    if (known !== undefined) return void response.json({ id: known.id });
    const body: { message?: string; text?: string } = request.body;
    const id = `${kind}-${written.length + 1}`;
    const text = body.message ?? body.text ?? '';
    written.push({ id, key, kind, accountNumber: person.accountNumber, text });
    response.status(201).json({ id });
  }

  return {
    written,
    routes(app) {
      app.use((request, response, next) => {
        if (request.get('authorization') === `Bearer ${TOKEN}`) next();
        else response.status(401).json({ error: 'no token' });
      });
      app.get('/v1/customers', (request, response) => {
        const found = people.filter((person) => fits(person, request.query));
        page(request, response, 'customers', found.map(customerOf));
      });
      app.get('/v1/customers/:number', (request, response) => {
        const person = find(request);
        if (person === undefined) response.status(404).json({ error: 'no such customer' });
        else response.json({ data: customerOf(person) });
      });
      app.get('/v1/customers/:number/calls', (request, response) => {
        const contacts = [...(find(request)?.contacts ?? [])];
        contacts.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
        const calls = contacts.map(({ id, at, channel, about, outcome }) => ({
          ref: Number(id),
          when: at,
          way: channel,
          about,
          result: outcome,
        }));
        page(request, response, 'calls', calls);
      });
      app.get('/v1/customers/:number/plans', (request, response) => {
        const products = find(request)?.products ?? [];
        response.json({
          data: products.map(({ name, since, state }) => ({ title: name, from: since, state })),
        });
      });
      app.post('/v1/customers/:number/notes', (request, response) => write('note', request, response));
      app.post('/v1/customers/:number/tickets', (request, response) => write('ticket', request, response));
    },
  };
}

/** `crm.json` of the billing system, but for its address. */
export const BILLING_FILE = {
  kind: 'rest',
  token: 'BILLING_TOKEN',
  country: 'US',
  paging: { cursor: 'after', size: 'size', next: '/meta/next' },
  search: {
    path: '/v1/customers',
    items: '/data/customers',
    by: {
      email: 'mail',
      phone: 'tel',
      accountNumber: 'number',
      name: 'q',
      postcode: 'zip',
      birthDate: 'born',
    },
  },
  customer: {
    accountNumber: '/number',
    name: ['/person/first', '/person/last'],
    email: '/contact/mail',
    phone: '/contact/tel',
    birthDate: '/person/born',
    address: '/home/street',
    locality: '/home/city',
    postcode: '/home/zip',
    region: '/home/a~1b/region',
    since: '/opened',
    products: '/plans',
    extra: { tariff: '/tariff' },
  },
  fetch: { path: '/v1/customers/{accountNumber}', item: '/data' },
  list: { path: '/v1/customers', items: '/data/customers' },
  history: {
    path: '/v1/customers/{accountNumber}/calls',
    items: '/data/calls',
    id: '/ref',
    at: '/when',
    channel: '/way',
    about: '/about',
    outcome: '/result',
  },
  products: {
    path: '/v1/customers/{accountNumber}/plans',
    items: '/data',
    name: '/title',
    since: '/from',
    state: '/state',
  },
  addNote: { path: '/v1/customers/{accountNumber}/notes', text: 'message' },
  openTicket: { path: '/v1/customers/{accountNumber}/tickets' },
};

interface Page {
  readonly data: { readonly customers?: readonly object[] };
}
const isPage = (body: unknown): body is Page =>
  typeof body === 'object' && body !== null && 'data' in body && typeof body.data === 'object';

let invented = 0;

/** How the billing system goes wrong in its own shapes. */
export function spoilBilling(fault: Fault, body: unknown): unknown {
  const customers = isPage(body) ? (body.data.customers ?? []) : [];
  const page = (items: readonly object[], next: string | null) => ({
    data: { customers: items },
    meta: { next },
  });
  if (fault === 'endless pages') {
    invented += 1;
    return page([{ number: invented }], String(invented));
  }
  const [first] = customers;
  if (first === undefined) return body;
  switch (fault) {
    case 'error inside':
      return { error: { message: 'connection pool exhausted' } };
    case 'same id twice':
      return page([...customers, { ...first, opened: '1999-01-01' }], null);
    case 'no account number':
      return page([{ ...first, number: undefined }], null);
    case 'same cursor':
      return page(customers, '10');
    default:
      return body;
  }
}
