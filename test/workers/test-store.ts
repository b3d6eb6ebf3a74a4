import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { openStore, type Store } from '../../engine/store/store.ts';

export const MONGODB_URI = process.env['MONGODB_URI'] ?? 'mongodb://127.0.0.1:27017';

export interface TestStore {
  readonly store: Store;
  readonly database: string;
  drop(): Promise<void>;
}

/** A store on the real server with a database of its own, gone after `drop`. */
export async function openTestStore(now?: () => Date): Promise<TestStore> {
  const database = `earshot-workers-${randomBytes(6).toString('hex')}`;
  const store = await openStore({ uri: MONGODB_URI, database, ...(now === undefined ? {} : { now }) });
  return {
    store,
    database,
    async drop() {
      await store.close();
      const connection = await mongoose.createConnection(MONGODB_URI, { dbName: database }).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
