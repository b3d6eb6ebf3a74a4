import { EARSHOT } from '../../definitions/model/act.ts';
import type { Customer, LinkEvent } from '../../definitions/model/customer.ts';
import type { CardConflict, CardRecord, CustomerCard } from '../../definitions/model/views/who.ts';
import type { KnownBesides } from '../store/customers.ts';
import type { Store } from '../store/store.ts';
import { notFound } from './api-problem.ts';
import { CaseParams } from './case.schema.ts';
import { CustomerCardSchema } from './customer.schema.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

/** So many of their other cases are named. */
const MOST_CASES = 20;

/** What is known of who writes in a case, over all customer systems. */
export function customerCardRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'readCustomerCard',
      summary: 'All that is known of who writes in a case: records, contacts, other accounts and cases',
      method: 'get',
      path: '/api/cases/:id/customer',
      access: 'signed in',
      params: CaseParams,
      answer: CustomerCardSchema,
      async handle({ params }): Promise<CustomerCard> {
        const found = await store.cases.find(params.id);
        if (found === null) throw notFound('case');
        const [profiles, directory] = await Promise.all([
          store.profiles.byCase(found.id),
          readDirectory(store),
        ]);
        return readCard(
          store,
          profiles.map(({ id }) => id),
          directory,
          found.id,
        );
      },
    }),
  ];
}

/** The card of whoever has these profiles, without the case that it is read in. */
export async function readCard(
  store: Store,
  profileIds: readonly string[],
  directory: Directory,
  without: string | null,
): Promise<CustomerCard> {
  const links = (await Promise.all(profileIds.map((id) => store.links.current(id)))).flat();
  const ids = [...new Set(links.map(({ customerId }) => customerId))];
  const [found, besides, sources, linked] = await Promise.all([
    store.customers.findMany(ids),
    store.customers.besides(ids),
    store.crmStates.all(),
    Promise.all(ids.map((id) => store.links.currentOfCustomer(id))),
  ]);
  const customers = [...found].sort((a, b) => (a.crm < b.crm ? -1 : 1));
  const others = [...new Set(linked.flat().map(({ profileId }) => profileId))];
  const [profiles, cases, questions] = await Promise.all([
    store.profiles.findMany(others.filter((id) => !profileIds.includes(id))),
    casesOf(store, ids, without),
    Promise.all(profileIds.map((id) => store.links.countQuestions(id))),
  ]);
  const records = links.flatMap((link): CardRecord[] => {
    const customer = customers.find(({ id }) => id === link.customerId);
    return customer === undefined ? [] : [cardRecord(customer, link, besides.get(customer.id), directory)];
  });
  return {
    records: records.sort((a, b) => byCrm(a.customer, b.customer)),
    conflicts: conflictsOf([...customers].sort(byCrm)),
    sources,
    profiles,
    cases,
    questions: questions.reduce((sum, count) => sum + count, 0),
  };
}

function byCrm(a: Customer, b: Customer): number {
  return a.crm < b.crm ? -1 : 1;
}

function cardRecord(
  customer: Customer,
  link: LinkEvent,
  known: KnownBesides | undefined,
  directory: Directory,
): CardRecord {
  const { besides, asOf } = known ?? { besides: null, asOf: null };
  const chance = link.evidence['probability'];
  const products = besides?.products ?? customer.products.map((name) => ({ name, since: null, state: null }));
  return {
    customer,
    asOf,
    products,
    contacts: besides?.contacts ?? [],
    link: {
      id: link.id,
      profileId: link.profileId,
      how: link.how,
      by: link.by === EARSHOT ? null : directory.person(link.by),
      at: link.at,
      probability: typeof chance === 'number' ? chance : null,
    },
  };
}

async function casesOf(
  store: Store,
  customerIds: readonly string[],
  without: string | null,
): Promise<CustomerCard['cases']> {
  const pages = await Promise.all(
    customerIds.map((customerId) =>
      store.cases.list({ customerId }, { sort: 'opened', limit: MOST_CASES + 1 }),
    ),
  );
  const byId = new Map(pages.flatMap(({ items }) => items).map((one) => [one.id, one]));
  return [...byId.values()]
    .filter(({ id }) => id !== without)
    .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
    .slice(0, MOST_CASES)
    .map(({ id, title, channel, status, openedAt }) => ({ id, title, channel, status, openedAt }));
}

const COMPARED: readonly CardConflict['field'][] = [
  'name',
  'birthDate',
  'region',
  'email',
  'phone',
  'address',
  'locality',
  'postcode',
];

/** Fields of which the records say different things; how a word is capitalised and spaced is no difference. */
function conflictsOf(customers: readonly Customer[]): readonly CardConflict[] {
  const plain = (value: string): string =>
    value
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s().-]+/g, '');
  return COMPARED.flatMap((field) => {
    const said = customers.flatMap(({ crm, [field]: value }) => (value === null ? [] : [{ crm, value }]));
    return new Set(said.map(({ value }) => plain(value))).size < 2 ? [] : [{ field, said }];
  });
}
