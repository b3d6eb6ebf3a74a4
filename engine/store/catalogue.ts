import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { ActivityDoc } from './models/activity.ts';
import { untilWritten } from './transaction.ts';

export interface CatalogueEntry {
  readonly contract: ActivityContract;
  /** Who published it last, and when. */
  readonly worker: string;
  readonly at: string;
}

/** The activities that workers offer. */
export interface CatalogueStore {
  /** Adds or replaces contracts by name. */
  publish(worker: string, contracts: readonly ActivityContract[]): Promise<void>;
  /** By name. */
  list(): Promise<readonly CatalogueEntry[]>;
  find(name: string): Promise<CatalogueEntry | null>;
}

export function catalogueStore(db: Database): CatalogueStore {
  const { activities } = db.models;
  return {
    async publish(worker, contracts) {
      const at = db.now();
      for (const contract of contracts) {
        const entry = { $set: { contract: JSON.stringify(contract), worker, at } };
        await untilWritten(() => activities.updateOne({ _id: contract.name }, entry, { upsert: true }));
      }
    },
    async list() {
      const docs = await activities.find().sort({ _id: 1 }).lean();
      return docs.map(entryOf);
    },
    async find(name) {
      const doc = await activities.findById(name).lean();
      return doc === null ? null : entryOf(doc);
    },
  };
}

function entryOf(doc: ActivityDoc): CatalogueEntry {
  const contract: ActivityContract = JSON.parse(doc.contract);
  return { contract, worker: doc.worker, at: iso(doc.at) };
}
