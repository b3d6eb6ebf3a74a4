import type { Remedy } from '../../definitions/model/reply.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { RemedyDoc } from './models/remedy.ts';
import { upserted } from './transaction.ts';

/** What a customer was given for a case, and on whose word. */
export interface RemedyRecord extends Remedy {
  readonly id: string;
  readonly caseId: string;
  readonly by: string | null;
  readonly at: string;
}

export interface RemedyStore {
  /** `key` makes it once, as with replies. */
  record(
    remedy: Remedy & { readonly key: string; readonly caseId: string; readonly by: string | null },
  ): Promise<RemedyRecord>;
  byCase(caseId: string): Promise<readonly RemedyRecord[]>;
}

export function remedyStore(db: Database): RemedyStore {
  const { remedies } = db.models;
  return {
    async record({ key, ...remedy }) {
      const first = { ...remedy, _id: db.newId(), at: db.now() };
      const doc = await upserted(() =>
        remedies.findOneAndUpdate(
          { key },
          { $setOnInsert: first },
          { upsert: true, returnDocument: 'after', lean: true },
        ),
      );
      return remedyOf(doc);
    },
    async byCase(caseId) {
      const docs = await remedies.find({ caseId }).sort({ at: 1 }).lean();
      return docs.map(remedyOf);
    },
  };
}

function remedyOf(doc: RemedyDoc): RemedyRecord {
  const { _id, caseId, kind, amount, months, by, at } = doc;
  return { id: _id, caseId, kind, amount, months, by, at: iso(at) };
}
