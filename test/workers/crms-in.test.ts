import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { crmsIn } from '../../workers/crm/crms-in.ts';
import { RestFileSchema } from '../../workers/crm/rest/rest-file.schema.ts';
import { SalesforceFileSchema } from '../../workers/crm/salesforce/salesforce-file.schema.ts';
import { SqlFileSchema } from '../../workers/crm/sql/sql-file.schema.ts';
import { ZendeskFileSchema } from '../../workers/crm/zendesk/zendesk-file.schema.ts';
import { BILLING_FILE } from '../conformance/crm/rest/billing-stand-in.ts';
import { SALESFORCE_FILE } from '../conformance/crm/salesforce/salesforce-stand-in.ts';
import { ORDERS_FILE, writeDatabase } from '../conformance/crm/sql/write-database.ts';
import { ZENDESK_FILE } from '../conformance/crm/zendesk/zendesk-stand-in.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-crms-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(crm: string, file: string, text: string): Promise<void> {
  await mkdir(join(folder, crm), { recursive: true });
  await writeFile(join(folder, crm, file), text);
}
const secrets = (name: string): string | undefined =>
  ({ BILLING_TOKEN: 'abc', SALESFORCE_SECRET: 'def', ZENDESK_TOKEN: 'ghi' })[name];
const rest = { ...BILLING_FILE, url: 'https://billing.example/api' };

/** Why a worker cannot start with what stands in the folder. */
async function reason(secret = secrets): Promise<string> {
  try {
    await crmsIn(folder, secret);
    return 'it starts';
  } catch (error) {
    return String(error);
  }
}

describe('the customer systems of a folder', () => {
  it('are of CSV files unless their crm.json says otherwise', async () => {
    await put('shop', 'customers.csv', 'accountNumber,email\n1000001,ana@example.com\n');
    await put('billing', 'crm.json', JSON.stringify(rest));
    await put('orders', 'crm.json', JSON.stringify(ORDERS_FILE));
    await writeDatabase(join(folder, 'orders', 'orders.sqlite'), []);
    const sales = { ...SALESFORCE_FILE, url: 'https://earshot.my.salesforce.com' };
    await put('sales', 'crm.json', JSON.stringify(sales));
    await put('desk', 'crm.json', JSON.stringify({ ...ZENDESK_FILE, url: 'https://earshot.zendesk.com' }));
    const crms = await crmsIn(folder, secrets);
    expect(
      crms.map(({ name, offers }) => ({ name, freshness: offers.freshness, writes: offers.writes })),
    ).toEqual(
      expect.arrayContaining([
        { name: 'shop', freshness: 'copy', writes: null },
        { name: 'billing', freshness: 'live', writes: 'keyed' },
        { name: 'orders', freshness: 'copy', writes: null },
        { name: 'sales', freshness: 'live', writes: 'keyed' },
        { name: 'desk', freshness: 'live', writes: 'searchable' },
      ]),
    );
    for (const crm of crms) await crm.close();
    expect(await crmsIn(join(folder, 'nowhere'), secrets)).toEqual([]);
  });

  it('keep a worker from starting by one sentence that says what is wrong, and where', async () => {
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['{', /“billing” cannot be used: its file is not JSON \(.*crm\.json\)/],
      ['{"kind":"soap"}', /“billing” cannot be used: kind must be one of rest/],
      ['{}', /“billing” cannot be used: kind/],
      [JSON.stringify({ ...rest, url: 'http://billing.example' }), /url: must begin with https:\/\//],
      [JSON.stringify({ ...rest, token: 'abc.def' }), /token: must be the name of an environment variable/],
      [JSON.stringify({ ...rest, token: 'OTHER_TOKEN' }), /set OTHER_TOKEN in the worker’s environment/],
      [JSON.stringify({ ...rest, search: { ...rest.search, by: {} } }), /search\.by: must name a field/],
      [JSON.stringify({ ...rest, fetch: { path: '/all' } }), /fetch\.path: must say where \{accountNumber\}/],
    ];
    for (const [text, sentence] of wrong) {
      await put('billing', 'crm.json', text);
      const said = await reason();
      expect(said).toMatch(sentence);
      expect(said.split('\n')).toHaveLength(1);
    }
    await put('billing', 'crm.json', JSON.stringify(rest));
    expect(await reason()).toBe('it starts');
    expect(await reason(() => 'a\r\nb')).toMatch(/what BILLING_TOKEN holds cannot be sent/);
    await put('shop', 'mapping.json', '{"email":7}');
    expect(await reason()).toMatch(/“shop” cannot be used: email: .*mapping\.json/);
  });
});

describe('a worker that cannot use a customer system', () => {
  it('ends with the sentence as its last word', async () => {
    await put('billing', 'crm.json', '{"kind":"soap"}');
    const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/main.ts'], {
      env: { ...process.env, MONGODB_URI: 'mongodb://127.0.0.1:1/', EARSHOT_CRM_FOLDER: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    worker.stderr.on('data', (chunk) => (said += String(chunk)));
    const [code] = await once(worker, 'exit');
    expect(code).toBe(1);
    expect(said.trim().split('\n').at(-1)).toMatch(
      /^The customer system “billing” cannot be used: kind must be one of/,
    );
  });
});

describe('the crm.json of the engineer’s guide', () => {
  const SCHEMAS: { readonly [kind: string]: z.ZodType } = {
    rest: RestFileSchema,
    sql: SqlFileSchema,
    salesforce: SalesforceFileSchema,
    zendesk: ZendeskFileSchema,
  };

  it('fits, of each kind', async () => {
    const guide = await readFile('docs/engineer-guide.md', 'utf8');
    const files = [...guide.matchAll(/```json\n(\{[^`]*"kind": "(\w+)"[^`]*)```/g)];
    const shown = files.flatMap(([, text = '', kind = '']) => {
      const schema = SCHEMAS[kind];
      return schema === undefined ? [] : [[kind, schema.safeParse(JSON.parse(text)).error?.issues] as const];
    });
    expect(shown).toEqual(Object.keys(SCHEMAS).map((kind) => [kind, undefined]));
  });
});
