import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../engine/store/store.ts';
import { searchWords } from '../../engine/store/search-words.ts';
import { erase } from './erase.ts';
import { caseIdOf, freshStore, mongoUri, said, type Fresh } from './fresh-store.ts';
import { report } from './progress-report.ts';
import { smallRevision } from './small-revision.ts';

let fresh: Fresh;
const ids: { [name: string]: string } = {};
const DANA = { externalId: 'dana', handle: '@Dsl_Blues', name: 'Dana Müller' };
const ACCOUNT = {
  crm: 'billing',
  accountNumber: '4417-0093',
  name: 'José Álvarez',
  email: 'jose@example.org',
  phone: null,
  birthDate: null,
  address: null,
  locality: null,
  postcode: null,
  region: null,
  since: null,
  products: [],
  extra: {},
};
beforeAll(async () => {
  fresh = await freshStore();
  const { store } = fresh;
  const verdicts = await store.mentions.capture([
    said('first', { text: 'Third window, still nobody', author: DANA }),
    said('second', { text: 'Charged twice', author: DANA, threadId: 'T2' }),
    said('third', { text: 'Sin conexión desde ayer' }),
    said('over', { text: 'Third window, put right' }),
    said('alone', { text: 'Nothing to do with it' }),
  ]);
  ['first', 'second', 'third', 'over', 'alone'].forEach((name, n) => (ids[name] = caseIdOf(verdicts[n])));
  const { hash } = await store.revisions.put(smallRevision(), {
    author: 'ann',
    why: '',
  });
  await store.cases.recordProgress(report(ids['over'] ?? '', 1, { revision: hash, status: 'closed' }));
  const customer = await store.customers.upsert(ACCOUNT);
  for (const name of ['first', 'third'])
    await store.cases.assign(ids[name] ?? '', { customerId: customer.id });
});
afterAll(() => fresh.dispose());

/** Names of the cases that are offered, for the first one unless another is said. */
async function offered(search: string, name = 'first'): Promise<string[]> {
  const found = await fresh.store.cases.candidates(ids[name] ?? '', search);
  return found
    .map((each) => Object.keys(ids).find((key) => ids[key] === each.case.id) ?? each.case.id)
    .sort();
}

describe('cases that may be one matter with another', () => {
  it('are, without a search, the open ones of the same customer and the same people', async () => {
    expect(await offered('')).toEqual(['second', 'third']);
    expect(await offered('', 'alone')).toEqual([]);
    const found = await fresh.store.cases.candidates(ids['first'] ?? '', '');
    expect(found.map(({ because }) => because).sort()).toEqual(['same customer', 'same person']);
  });

  it.each([
    ['window', 'alone', ['first']],
    ['WIND thi', 'alone', ['first']],
    ['conexion', 'alone', ['third']],
    ['@dsl', 'alone', ['first', 'second']],
    ['muller', 'alone', ['first', 'second']],
    ['alvarez', 'alone', ['first', 'third']],
    ['4417', 'alone', ['first', 'third']],
    ['jose@example.org', 'alone', ['first', 'third']],
    ['window nowhere', 'alone', []],
    ['window', 'first', []],
    ['$where', 'alone', []],
  ])('are found by %s for %s', async (search, name, expected) => {
    expect(await offered(search, name)).toEqual(expected);
  });

  it('are found by what a person is called now, and no more once that is erased', async () => {
    const { store } = fresh;
    await store.mentions.capture([
      said('renamed', { author: { ...DANA, handle: '@newhandle' }, threadId: 'T2', text: 'Hello?' }),
    ]);
    expect(await offered('newhandle', 'alone')).toEqual(['first', 'second']);
    expect(await offered('dsl', 'alone')).toEqual([]);
    const profile = await store.profiles.byExternalId('tweet', 'dana');
    await erase(store, profile?.id ?? '');
    for (const search of ['newhandle', 'muller', 'window', 'charged'])
      expect(await offered(search, 'alone')).toEqual([]);
  });

  it('of a data set of before are found once it was opened', async () => {
    const other = await mongoose.createConnection(mongoUri(), { dbName: fresh.database }).asPromise();
    const take = { $unset: { titleWords: '', nameWords: '' } };
    for (const name of ['cases', 'profiles', 'customers'])
      await other.db?.collection(name).updateMany({}, take);
    await other.db?.collection('meta').updateOne({}, { $set: { schemaVersion: 1 } });
    await other.close();
    expect(await offered('conexion', 'alone')).toEqual([]);
    const again = await openStore({ uri: mongoUri(), database: fresh.database });
    await again.close();
    expect(await offered('conexion', 'alone')).toEqual(['third']);
    expect(await offered('alvarez', 'alone')).toEqual(['first', 'third']);
  });
});

it('words are found whatever their case and accents, in any script, and are few', () => {
  expect(searchWords(['Ünïted  “States”, a 5', null, '@dsl_blues'])).toEqual([
    'united',
    'states',
    'dsl',
    'blues',
  ]);
  expect(searchWords(['انقطع الإنترنت'])).toHaveLength(2);
  expect(searchWords(['x'.repeat(100)])[0]).toHaveLength(40);
  expect(searchWords([Array.from({ length: 99 }, (_, i) => `word${i}`).join(' ')])).toHaveLength(16);
});
