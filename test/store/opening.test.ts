import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { openStore } from '../../engine/store/store.ts';
import { limitTransactionLifetime } from '../../engine/store/transaction-lifetime.ts';
import { freshStore, freshName, mongoUri, said } from './fresh-store.ts';

it('a data set of a newer version is refused with a sentence that says what to do', async () => {
  const { store, database, dispose } = await freshStore();
  const other = await mongoose.createConnection(mongoUri(), { dbName: database }).asPromise();
  await other.db?.collection('meta').updateOne({}, { $set: { schemaVersion: 999 } });
  await other.close();
  await expect(openStore({ uri: mongoUri(), database })).rejects.toMatchObject({
    code: 'newer data',
    what: expect.stringContaining('999'),
    whatToDo: expect.stringContaining('newer Earshot'),
  });
  expect(await store.isUp()).toBe(true);
  await dispose();
});

it('two that open a new data set at once both get it', async () => {
  const database = freshName();
  const stores = await Promise.all(Array.from({ length: 3 }, () => openStore({ uri: mongoUri(), database })));
  const verdicts = await Promise.all(stores.map((store, n) => store.mentions.capture([said(`from ${n}`)])));
  expect(verdicts.flat().every((verdict) => verdict.status === 'captured')).toBe(true);
  await stores[0]?.dropDatabase();
  await Promise.all(stores.map((store) => store.close()));
});

it('a server that does not answer is unavailable within seconds', async () => {
  const started = performance.now();
  await expect(openStore({ uri: 'mongodb://127.0.0.1:9', database: 'x' })).rejects.toMatchObject({
    name: 'StoreProblem',
    code: 'unavailable',
  });
  expect(performance.now() - started).toBeLessThan(8_000);
});

it('a store that was closed says that it is unavailable, and is not up', async () => {
  const { store, dispose } = await freshStore();
  await dispose();
  expect(await store.isUp()).toBe(false);
  await expect(store.cases.find('x')).rejects.toMatchObject({ code: 'unavailable' });
  await expect(store.mentions.capture([said('x')])).rejects.toMatchObject({ code: 'unavailable' });
});

it("a server of one's own can be told to give up the transactions of the dead sooner", async () => {
  const lifetime = async () => {
    const connection = await mongoose.createConnection(mongoUri()).asPromise();
    const answer = await connection
      .getClient()
      .db('admin')
      .command({ getParameter: 1, transactionLifetimeLimitSeconds: 1 });
    await connection.close();
    return Number(answer['transactionLifetimeLimitSeconds']);
  };
  const before = await lifetime();
  await limitTransactionLifetime(mongoUri(), before - 1);
  expect(await lifetime()).toBe(before - 1);
  await limitTransactionLifetime(mongoUri(), before);
});
