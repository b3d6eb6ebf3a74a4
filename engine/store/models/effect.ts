import { Schema, type Connection } from 'mongoose';
import type { Json } from '../../../definitions/flow/json.ts';
import type { EffectEntry } from '../../../definitions/model/effect.ts';
import { PLAIN } from './plain.ts';

/** `_id` is the ledger's key. */
export interface EffectDoc {
  _id: string;
  caseId: string;
  activity: string;
  state: EffectEntry['state'];
  attempt: number;
  leaseUntil: Date;
  /** The last attempt certainly did not happen. */
  released: boolean;
  externalId: string | null;
  output: Json;
  at: Date;
}

export function effectModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      caseId: { type: String, required: true },
      activity: { type: String, required: true },
      state: { type: String, required: true },
      attempt: { type: Number, required: true },
      leaseUntil: { type: Date, required: true },
      released: { type: Boolean, required: true },
      externalId: { type: String },
      output: { type: Schema.Types.Mixed },
      at: { type: Date, required: true },
    },
    PLAIN,
  );
  schema.index({ caseId: 1, at: 1 });
  return connection.model<EffectDoc>('Effect', schema, 'effects');
}
