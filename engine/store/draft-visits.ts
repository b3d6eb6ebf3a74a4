import type { Database } from './database.ts';
import { untilWritten } from './transaction.ts';

/** So long somebody counts as here without a new sign of it. */
export const HERE_MS = 20_000;

/** Who has which draft open, over all processes. */
export interface DraftVisitStore {
  /** Notes that somebody has the draft of a flow open; answers who else has, in the order of their ids. */
  here(flow: string, person: string): Promise<readonly string[]>;
}

export function draftVisitStore(db: Database): DraftVisitStore {
  const { draftVisits } = db.models;
  return {
    async here(flow, person) {
      const at = db.machineNow();
      const sign = { $set: { flow, person, at } };
      await untilWritten(() => draftVisits.updateOne({ _id: `${flow} ${person}` }, sign, { upsert: true }));
      const since = new Date(at.getTime() - HERE_MS);
      const docs = await draftVisits
        .find({ flow, at: { $gt: since }, person: { $ne: person } })
        .sort({ person: 1 })
        .lean();
      return docs.map((doc) => doc.person);
    },
  };
}
