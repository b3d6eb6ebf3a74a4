import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CrmLimits } from '../../../workers/sdk/crm/limits.ts';
import { csvCrm } from '../../../workers/crm/csv/csv-crm.ts';
import { crmConformance } from './crm-conformance.ts';
import type { CrmUnderTest } from './crm-under-test.ts';
import type { KnownPerson } from './known-people.ts';

type Row = readonly (string | null)[];
const csv = (rows: readonly Row[]): string =>
  rows.map((row) => row.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(',')).join('\n');

const CUSTOMER = [
  'accountNumber',
  'name',
  'email',
  'phone',
  'birthDate',
  'address',
  'locality',
  'postcode',
  'region',
  'since',
] as const;

async function writePeople(folder: string, people: readonly KnownPerson[]): Promise<void> {
  const files = {
    'customers.csv': [CUSTOMER, ...people.map((person) => CUSTOMER.map((field) => person[field]))],
    'history.csv': [
      ['accountNumber', 'id', 'date', 'channel', 'about', 'outcome'],
      ...people.flatMap(({ accountNumber, contacts }) =>
        contacts.map(({ id, at, channel, about, outcome }) => [
          accountNumber,
          id,
          at,
          channel,
          about,
          outcome,
        ]),
      ),
    ],
    'products.csv': [
      ['accountNumber', 'name', 'since', 'state'],
      ...people.flatMap(({ accountNumber, products }) =>
        products.map(({ name, since, state }) => [accountNumber, name, since, state]),
      ),
    ],
  };
  for (const [file, rows] of Object.entries(files)) await writeFile(join(folder, file), csv(rows));
}

async function make(people: readonly KnownPerson[], limits?: Partial<CrmLimits>): Promise<CrmUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-csv-crm-'));
  await writePeople(folder, people);
  const crm = csvCrm({ name: 'csv', folder, limits });
  return { crm, stop: () => rm(folder, { recursive: true }) };
}

crmConformance('A folder of CSV files', make, { overAWire: false });
