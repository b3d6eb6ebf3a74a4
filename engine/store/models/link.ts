import { Schema, type Connection } from 'mongoose';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { ChangedCase, LinkAct, LinkReason } from '../../../definitions/model/customer.ts';
import { PLAIN } from './plain.ts';

export interface LinkDoc {
  _id: string;
  profileId: string;
  customerId: string;
  what: LinkAct;
  how: LinkReason;
  evidence: JsonObject;
  by: string;
  at: Date;
  /** Order of the profile's events, from 1; two at the same millisecond still have one. */
  n: number;
  /** Older documents have neither. */
  why?: string | null;
  changed?: readonly ChangedCase[];
}

export function linkModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      profileId: { type: String, required: true },
      customerId: { type: String, required: true },
      what: { type: String, required: true },
      how: { type: String, required: true },
      evidence: { type: Schema.Types.Mixed, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
      n: { type: Number, required: true },
      why: { type: String },
      changed: { type: Schema.Types.Mixed },
    },
    PLAIN,
  );
  schema.index({ profileId: 1, n: 1 }, { unique: true });
  schema.index({ customerId: 1 });
  return connection.model<LinkDoc>('Link', schema, 'links');
}
