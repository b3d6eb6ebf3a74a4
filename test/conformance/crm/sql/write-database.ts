import { writeFile } from 'node:fs/promises';
import initSqlJs from 'sql.js';
import type { KnownPerson } from '../known-people.ts';

/** `crm.json` of the orders database, whose tables have names of their own. */
export const ORDERS_FILE = {
  kind: 'sql',
  file: 'orders.sqlite',
  country: 'US',
  customers: {
    table: 'Kunden "alt"',
    accountNumber: 'Kd-Nr',
    name: ['Vorname', 'Nachname'],
    email: 'Mail',
    phone: 'Tel',
    birthDate: 'geboren',
    address: ['Straße', 'Haus-Nr'],
    locality: 'Ort',
    postcode: 'PLZ',
    region: 'Gebiet',
    since: 'seit',
    extra: ['Tarif'],
    key: 'id',
  },
  history: {
    table: 'Kontakte',
    customer: 'Kunde',
    id: 'Nr',
    at: 'am',
    channel: 'Weg',
    about: 'Grund',
    outcome: 'Ergebnis',
  },
  products: { table: 'Verträge', customer: 'Kunde', name: 'Was', since: 'von', state: 'Stand' },
};

const SCHEMA = `
  CREATE TABLE "Kunden ""alt""" (
    id INTEGER PRIMARY KEY, "Kd-Nr" INTEGER, Vorname TEXT, Nachname TEXT, Mail TEXT, Tel TEXT, geboren TEXT,
    "Straße" TEXT, "Haus-Nr" TEXT, Ort TEXT, PLZ TEXT, Gebiet TEXT, seit TEXT, Tarif TEXT
  );
  CREATE TABLE Kontakte (Nr INTEGER, Kunde INTEGER, am TEXT, Weg TEXT, Grund TEXT, Ergebnis TEXT);
  CREATE TABLE "Verträge" (Kunde INTEGER, Was TEXT, von TEXT, Stand TEXT);
`;

/** Writes a SQLite file of the shop's orders system, with these people in it. */
export async function writeDatabase(path: string, people: readonly KnownPerson[]): Promise<void> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(SCHEMA);
  for (const [index, person] of people.entries()) {
    const id = 500 + index;
    const [first, ...rest] = (person.name ?? '').split(' ');
    const [house, ...street] = (person.address ?? '').split(' ');
    database.run(`INSERT INTO "Kunden ""alt""" VALUES (${'?, '.repeat(13)} ?)`, [
      id,
      Number(person.accountNumber),
      first ?? null,
      rest.length === 0 ? null : rest.join(' '),
      person.email,
      person.phone,
      person.birthDate,
      house || null,
      street.length === 0 ? null : street.join(' '),
      person.locality,
      person.postcode,
      person.region,
      person.since,
      'gold',
    ]);
    for (const { id: number, at, channel, about, outcome } of person.contacts) {
      database.run('INSERT INTO Kontakte VALUES (?, ?, ?, ?, ?, ?)', [
        Number(number),
        id,
        at,
        channel,
        about,
        outcome,
      ]);
    }
    for (const { name, since, state } of person.products) {
      database.run('INSERT INTO "Verträge" VALUES (?, ?, ?, ?)', [id, name, since, state]);
    }
  }
  await writeFile(path, database.export());
  database.close();
}
