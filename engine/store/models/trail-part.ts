import { Schema, type Connection } from 'mongoose';
import type { TrailEntry } from '../../../definitions/model/case.ts';
import { PLAIN } from './plain.ts';

/**
 * The steps that one report of a run told of. They are read together and never changed, so they stand together: one
 * document and one index entry for a report instead of some dozens. `_id` is `<caseId>.<from>`.
 */
export interface TrailPartDoc {
  _id: string;
  caseId: string;
  /** `n` of the first entry. */
  from: number;
  entries: readonly TrailEntry[];
  /** What the run was told that led to them, as JSON text, and the revision that took it; absent in what is older. Null: taken away by its age. */
  events?: string | null;
  revision?: string;
}

export function trailPartModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      caseId: { type: String, required: true },
      from: { type: Number, required: true },
      entries: { type: Schema.Types.Mixed, required: true },
      events: { type: String },
      revision: { type: String },
    },
    PLAIN,
  );
  schema.index({ caseId: 1, from: 1 }, { unique: true });
  return connection.model<TrailPartDoc>('TrailPart', schema, 'trail');
}
