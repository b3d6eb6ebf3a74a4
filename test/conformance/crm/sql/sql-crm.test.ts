import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqlCrm } from '../../../../workers/crm/sql/sql-crm.ts';
import { SqlFileSchema } from '../../../../workers/crm/sql/sql-file.schema.ts';
import type { CrmLimits } from '../../../../workers/sdk/crm/limits.ts';
import { crmConformance } from '../crm-conformance.ts';
import type { CrmUnderTest } from '../crm-under-test.ts';
import { ana, knownPeople, type KnownPerson } from '../known-people.ts';
import { ORDERS_FILE, writeDatabase } from './write-database.ts';

async function make(people: readonly KnownPerson[], limits?: Partial<CrmLimits>): Promise<CrmUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-sql-crm-'));
  await writeDatabase(join(folder, 'orders.sqlite'), people);
  const file = SqlFileSchema.parse({ ...ORDERS_FILE, limits });
  const crm = await sqlCrm({ name: 'orders', folder, file });
  return { crm, stop: () => rm(folder, { recursive: true }) };
}

crmConformance('A SQLite file', make, { overAWire: false });

describe('a CRM that is a SQLite file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-sql-crm-'));
    path = join(folder, 'orders.sqlite');
    await writeDatabase(path, knownPeople);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const open = (given: object = {}) =>
    sqlCrm({ name: 'orders', folder, file: SqlFileSchema.parse({ ...ORDERS_FILE, ...given }) });
  const byNumber = { by: 'account number', value: ana.accountNumber } as const;
  const later = (seconds: number) => utimes(path, new Date(), new Date(Date.now() + seconds * 1_000));

  it('is only read, and says how old it is', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
    const before = await hash();
    const crm = await open();
    await utimes(path, new Date(), new Date('2026-01-02T03:04:05.000Z'));
    const { value, asOf } = await crm.fetch(ana.accountNumber);
    expect(value).toMatchObject({ extra: { Tarif: 'gold' }, since: '2014-03-01' });
    expect(asOf).toBe('2026-01-02T03:04:05.000Z');
    await crm.close();
    expect(await hash()).toBe(before);
  });

  it('sees a change at the next question, and says so when it cannot be read any more', async () => {
    const crm = await open();
    expect(await crm.lookUp(byNumber)).toHaveLength(1);
    await writeDatabase(path, knownPeople.slice(1));
    await later(5);
    expect(await crm.lookUp(byNumber)).toEqual([]);
    await writeFile(path, 'no database at all');
    await later(10);
    await expect(crm.lookUp(byNumber)).rejects.toMatchObject({ kind: 'wrong answer' });
    await writeDatabase(path, knownPeople);
    await later(15);
    expect(await crm.lookUp(byNumber)).toHaveLength(1);
    await crm.close();
  });

  it('names a table or a column that is not there, though SQLite would take it for a text', async () => {
    const { customers, products } = ORDERS_FILE;
    await expect(open({ customers: { ...customers, email: 'E-Mail' } })).rejects.toThrow(
      'its table “Kunden "alt"” has no column “E-Mail”',
    );
    await expect(open({ products: { ...products, table: `x"; DROP TABLE Kontakte; --` } })).rejects.toThrow(
      /has no table/,
    );
    await expect(open({ file: 'nowhere.sqlite' })).rejects.toThrow('there is no file nowhere.sqlite');
    await writeFile(path, 'no database at all');
    await expect(open()).rejects.toThrow('orders.sqlite is no database that can be read');
  });

  it('reads one that is written ahead of its file', async () => {
    const bytes = await readFile(path);
    bytes[18] = 2;
    bytes[19] = 2;
    await writeFile(path, bytes);
    const crm = await open();
    expect(await crm.lookUp(byNumber)).toHaveLength(1);
    await crm.close();
  });

  it('takes two rows of one number for a record that nobody can read', async () => {
    await writeDatabase(path, [
      ...knownPeople,
      { ...ana, name: 'Somebody Else', contacts: [], products: [] },
    ]);
    const crm = await open();
    await expect(crm.lookUp(byNumber)).rejects.toMatchObject({ kind: 'unreadable record' });
    await expect(crm.fetch(ana.accountNumber)).rejects.toMatchObject({ kind: 'unreadable record' });
    await crm.close();
  });
});
