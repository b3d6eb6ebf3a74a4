import type { Database } from './database.ts';
import { untilWritten } from './transaction.ts';

/** Secrets of a local installation (the one that signs sessions). */
export interface SecretStore {
  get(name: string): Promise<string | null>;
  /** Keeps the value if there is none; answers the one that counts, the same to everybody who asks at once. */
  ensure(name: string, value: string): Promise<string>;
}

export function secretStore(db: Database): SecretStore {
  const { secrets } = db.models;
  return {
    async get(name) {
      const doc = await secrets.findById(name).lean();
      return doc?.value ?? null;
    },
    async ensure(name, value) {
      await untilWritten(() =>
        secrets.updateOne({ _id: name }, { $setOnInsert: { value } }, { upsert: true }),
      );
      const doc = await secrets.findById(name).lean();
      return doc?.value ?? value;
    },
  };
}
