import type { Database } from './database.ts';
import { untilWritten } from './transaction.ts';

/** Plans compiled from a revision, as JSON text, under the version of the compiler that made them. */
export interface PlanStore {
  put(hash: string, compiler: number, plans: string): Promise<void>;
  get(hash: string, compiler: number): Promise<string | null>;
}

export function planStore(db: Database): PlanStore {
  const { plans } = db.models;
  const idOf = (hash: string, compiler: number) => `${hash} ${compiler}`;
  return {
    async put(hash, compiler, plan) {
      await untilWritten(() =>
        plans.updateOne({ _id: idOf(hash, compiler) }, { $set: { plan } }, { upsert: true }),
      );
    },
    async get(hash, compiler) {
      const doc = await plans.findById(idOf(hash, compiler)).lean();
      return doc?.plan ?? null;
    },
  };
}
