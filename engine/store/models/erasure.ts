import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** That a person was erased, and what proves it: ids, numbers and who asked. What was erased stands nowhere in it. */
export interface ErasureDoc {
  _id: string;
  /** Of whom: the ids of the profiles, in order. The same people again are the same erasure. */
  key: string;
  profileIds: string[];
  customerIds: string[];
  by: string;
  reference: string;
  why: string;
  begunAt: Date;
  /** Null while it is under way. */
  doneAt: Date | null;
  /** Documents that were emptied, by collection. */
  taken: { [collection: string]: number };
  /** Over what stands in the place of it. */
  digest: string | null;
  /** Digests of short answers that stand in more than one place; until it is done and no case is in work. */
  words: string[];
  /** Cases of theirs were still in work when it was done: it is looked through again once they are not. */
  casesInWork: boolean;
}

export function erasureModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      key: { type: String, required: true },
      profileIds: { type: [String], required: true },
      customerIds: { type: [String], required: true },
      by: { type: String, required: true },
      reference: { type: String, required: true },
      why: { type: String, required: true },
      begunAt: { type: Date, required: true },
      doneAt: { type: Date },
      taken: { type: Schema.Types.Mixed, required: true },
      digest: { type: String },
      words: { type: [String], required: true },
      casesInWork: { type: Boolean, required: true },
    },
    PLAIN,
  );
  schema.index({ key: 1 }, { unique: true });
  schema.index({ profileIds: 1 });
  schema.index({ doneAt: 1, _id: 1 });
  schema.index({ casesInWork: 1, _id: 1 }, { partialFilterExpression: { casesInWork: true } });
  return connection.model<ErasureDoc>('Erasure', schema, 'erasures');
}
