import type { Product, SupportContact } from '../../../definitions/model/customer.ts';
import type { CrmRecord } from '../../../workers/sdk/crm.ts';

/** Somebody whom the CRM under test knows, with all that it knows. */
export interface KnownPerson extends Omit<CrmRecord, 'crm' | 'products' | 'extra'> {
  readonly products: readonly Product[];
  readonly contacts: readonly SupportContact[];
}

/** Of whom nothing is known. */
export const NOBODY = {
  email: null,
  phone: null,
  birthDate: null,
  address: null,
  locality: null,
  postcode: null,
  region: null,
  since: null,
  products: [],
  contacts: [],
};

/** What people and their attackers write where a name is asked for. */
export const HOSTILE = [
  `O'Brien "Bobby"; DROP TABLE customers; --`,
  `' OR '1'='1`,
  `\\' OR Name LIKE '%`,
  '" OR role:admin "',
  'محمد بن علي ‏العربي',
  '👩‍👩‍👧 Zoë Ångström',
  '=HYPERLINK("http://example.com")',
  '../../admin?x=%00&y=%2e%2e',
  '{{constructor.constructor("return 1")()}} ${7*7} @{who.records[0].Id}',
  'x'.repeat(10_000),
  '👾'.repeat(5_000),
  'half \uD83D',
  '*',
  '%',
];

/** Those that a system can hold. */
export const SAYABLE = HOSTILE.filter((text) => !text.startsWith('half'));

const fillers = Array.from({ length: 25 }, (_, index): KnownPerson => ({
  ...NOBODY,
  accountNumber: String(70_000_000 + index),
  name: `Filler Person ${index}`,
  email: `filler${index}@example.com`,
}));

export const ana: KnownPerson = {
  accountNumber: '44170092',
  name: 'Ana Ruiz',
  email: 'Ana.Ruiz@Example.com',
  phone: '+1 212 555 2368',
  birthDate: '1974-07-03',
  address: '12 Main Street',
  locality: 'Springfield',
  postcode: '10 001',
  region: 'North',
  since: '2014-03-01',
  products: [
    { name: 'Internet', since: '2014-03-01', state: 'active' },
    { name: 'TV', since: null, state: null },
  ],
  contacts: [
    '2024-03-05',
    '2026-01-09',
    '2025-11-20',
    '2023-05-01',
    '2024-12-24',
    '2025-02-02',
    '2022-08-08',
  ].map((day, index) => ({
    id: day.replaceAll('-', ''),
    at: `${day}T10:00:00.000Z`,
    channel: 'phone',
    about: `Matter ${index}: it's "broken" 💔`,
    outcome: 'solved',
    by: null,
  })),
};

/** Two who share an address. */
export const household: readonly KnownPerson[] = [
  { ...NOBODY, accountNumber: '55280103', name: 'Bert Home', email: 'home@example.com', postcode: '20002' },
  { ...NOBODY, accountNumber: '66390214', name: 'Cara Home', email: 'home@example.com', postcode: '30003' },
];

/** Each has one of the hostile texts as name, but for those no system can hold. */
export const hostile: readonly KnownPerson[] = SAYABLE.map((name, index) => ({
  ...NOBODY,
  accountNumber: String(88_000_000 + index),
  name,
  email: `hostile${index}@example.com`,
}));

export const knownPeople: readonly KnownPerson[] = [ana, ...household, ...hostile, ...fillers];
