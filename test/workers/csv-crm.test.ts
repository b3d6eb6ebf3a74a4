import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvCrm } from '../../workers/crm/csv/csv-crm.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-crm-'));
});
afterEach(() => rm(folder, { recursive: true }));

const HEADER = 'accountNumber,name,email,phone,region,since,products,plan';

describe('a CRM that is a folder of CSV files', () => {
  it('finds a record by account number, e-mail and phone, however they are written', async () => {
    await writeFile(
      join(folder, 'a.csv'),
      `${HEADER}\nAC-4417,Ana,Ana@Example.com,+1 212 555 2368,North,2014-03-01,Internet;TV,gold\n`,
    );
    const crm = csvCrm({ name: 'billing', folder });
    const [record] = await crm.lookUp({ by: 'email', value: 'ana@example.com' });
    expect(record).toEqual({
      crm: 'billing',
      accountNumber: 'AC-4417',
      name: 'Ana',
      email: 'Ana@Example.com',
      phone: '+1 212 555 2368',
      birthDate: null,
      address: null,
      locality: null,
      postcode: null,
      region: 'North',
      since: '2014-03-01',
      products: ['Internet', 'TV'],
      extra: { plan: 'gold' },
    });
    expect(await crm.lookUp({ by: 'phone', value: '+12125552368' })).toEqual([record]);
    expect(await crm.lookUp({ by: 'account number', value: 'AC4417' })).toEqual([record]);
    expect(await crm.lookUp({ by: 'email', value: 'bert@example.com' })).toEqual([]);
  });

  it('answers all who share an address', async () => {
    await writeFile(
      join(folder, 'a.csv'),
      `${HEADER}\n1000001,Ana,home@example.com,,,,,\n1000002,Bert,home@example.com,,,,,\n`,
    );
    const found = await csvCrm({ name: 'billing', folder }).lookUp({
      by: 'email',
      value: 'home@example.com',
    });
    expect(found.map((record) => record.name)).toEqual(['Ana', 'Bert']);
  });

  it('reads other headers as its mapping file says', async () => {
    await writeFile(
      join(folder, 'mapping.json'),
      JSON.stringify({
        accountNumber: 'Kundennr',
        email: 'Mail',
        delimiter: ';',
        country: 'US',
        phone: 'Tel',
      }),
    );
    await writeFile(
      join(folder, 'kunden.csv'),
      '\uFEFFKundennr;Mail;Tel\n900100;ana@example.com;212 555 2368\n',
    );
    const crm = csvCrm({ name: 'orders', folder });
    expect(await crm.lookUp({ by: 'account number', value: '900100' })).toHaveLength(1);
    expect(await crm.lookUp({ by: 'phone', value: '+12125552368' })).toHaveLength(1);
  });

  it('holds up only whoever stands in a row that cannot be read', async () => {
    const file = join(folder, 'a.csv');
    const rows = (ana: string) => `${HEADER}\n${ana}\n1000002,Bert,bert@example.com\n`;
    await writeFile(file, rows('AC-4417,Ruiz, Ana,ana@example.com,+1 212 555 2368,North,2014-03-01,TV,gold'));
    const crm = csvCrm({ name: 'billing', folder });
    const questions = [
      { by: 'email', value: 'ana@example.com' },
      { by: 'phone', value: '+12125552368' },
      { by: 'account number', value: 'AC4417' },
    ] as const;
    for (const question of questions)
      await expect(crm.lookUp(question)).rejects.toMatchObject({ kind: 'unreadable record' });
    expect(await crm.lookUp({ by: 'email', value: 'bert@example.com' })).toMatchObject([{ name: 'Bert' }]);

    await writeFile(
      file,
      rows('AC-4417,"Ruiz, Ana",ana@example.com,+1 212 555 2368,North,2014-03-01,TV,gold'),
    );
    for (const question of questions)
      expect(await crm.lookUp(question)).toMatchObject([{ name: 'Ruiz, Ana' }]);
  });

  it('takes empty cells beyond the last column for nothing', async () => {
    await writeFile(join(folder, 'a.csv'), `${HEADER}\n1000001,Ana,ana@example.com,,,,,,,,\n`);
    const crm = csvCrm({ name: 'billing', folder });
    expect(await crm.lookUp({ by: 'email', value: 'ana@example.com' })).toMatchObject([{ name: 'Ana' }]);
  });

  it.each(['utf8', 'utf16le', 'latin1'] as const)(
    'reads what a spreadsheet wrote, in %s',
    async (encoding) => {
      const text = `${HEADER}\n1000001,Zoë Müller-Ångström,zoe@example.com,,,,,\n`;
      await writeFile(
        join(folder, 'a.csv'),
        Buffer.from(encoding === 'utf16le' ? `\uFEFF${text}` : text, encoding),
      );
      const [record] = await csvCrm({ name: 'billing', folder }).lookUp({
        by: 'email',
        value: 'zoe@example.com',
      });
      expect(record?.name).toBe('Zoë Müller-Ångström');
    },
  );

  it('says so where nobody knows its columns, or a quote is never closed', async () => {
    const file = join(folder, 'a.csv');
    const crm = csvCrm({ name: 'billing', folder });
    const question = { by: 'email', value: 'ana@example.com' } as const;
    await writeFile(file, 'Kd-Nr;Mail\n1000001;ana@example.com\n');
    await expect(crm.lookUp(question)).rejects.toMatchObject({
      kind: 'wrong answer',
      sentence:
        'The customer system “billing” has no column of account numbers: name it in its mapping.json.',
    });
    await writeFile(file, `${HEADER}\n1000001,"Ana,ana@example.com\n1000002,Bert,bert@example.com\n`);
    await expect(crm.lookUp(question)).rejects.toMatchObject({ kind: 'wrong answer' });
    await writeFile(file, `${HEADER}\n1000001,Ana,ana@example.com\n`);
    expect(await crm.lookUp(question)).toHaveLength(1);
  });

  it('sees a change at the next question', async () => {
    const file = join(folder, 'a.csv');
    await writeFile(file, `${HEADER}\n1000001,Ana,,,,,,\n`);
    const crm = csvCrm({ name: 'billing', folder });
    expect(await crm.lookUp({ by: 'account number', value: '1000002' })).toEqual([]);
    await writeFile(file, `${HEADER}\n1000002,Ana,,,,,,\n`);
    await utimes(file, new Date(), new Date(Date.now() + 5_000));
    expect(await crm.lookUp({ by: 'account number', value: '1000002' })).toHaveLength(1);
    expect(await crm.lookUp({ by: 'account number', value: '1000001' })).toEqual([]);
  });

  it('is empty when its folder is not there', async () => {
    const crm = csvCrm({ name: 'billing', folder: join(folder, 'nowhere') });
    expect(await crm.lookUp({ by: 'email', value: 'ana@example.com' })).toEqual([]);
  });
});
