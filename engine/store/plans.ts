import type { Json } from '../../definitions/flow/json.ts';
import type { Database } from './database.ts';
import { untilWritten } from './transaction.ts';

/** Plans compiled from a revision, as data, under the version of the compiler that made them. */
export interface PlanStore {
  put(hash: string, compiler: string, plan: Json): Promise<void>;
  get(hash: string, compiler: string): Promise<Json | null>;
}

export function planStore(db: Database): PlanStore {
  const { plans } = db.models;
  const idOf = (hash: string, compiler: string) => `${hash} ${compiler}`;
  return {
    async put(hash, compiler, plan) {
      const text = JSON.stringify(plan);
      await untilWritten(() =>
        plans.updateOne({ _id: idOf(hash, compiler) }, { $set: { plan: text } }, { upsert: true }),
      );
    },
    async get(hash, compiler) {
      const doc = await plans.findById(idOf(hash, compiler)).lean();
      return doc === null ? null : readPlan(doc.plan);
    },
  };
}

function readPlan(text: string): Json {
  return JSON.parse(text);
}
