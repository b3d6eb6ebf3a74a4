import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crmsIn } from '../../workers/crm/crms-in.ts';
import { BILLING_FILE } from '../conformance/crm/rest/billing-stand-in.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-crms-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(crm: string, file: string, text: string): Promise<void> {
  await mkdir(join(folder, crm), { recursive: true });
  await writeFile(join(folder, crm, file), text);
}
const secrets = (name: string): string | undefined => ({ BILLING_TOKEN: 'abc' })[name];
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
    const crms = await crmsIn(folder, secrets);
    expect(
      crms.map(({ name, offers }) => ({ name, freshness: offers.freshness, writes: offers.writes })),
    ).toEqual(
      expect.arrayContaining([
        { name: 'shop', freshness: 'copy', writes: null },
        { name: 'billing', freshness: 'live', writes: 'keyed' },
      ]),
    );
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
