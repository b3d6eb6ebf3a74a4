import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

export interface ReleaseDoc {
  _id: string;
  flow: string;
  /** Counts the flow's releases; the highest is live. */
  n: number;
  hash: string;
  by: string;
  at: Date;
  why: string;
}

export function releaseModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      flow: { type: String, required: true },
      n: { type: Number, required: true },
      hash: { type: String, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
      why: { type: String },
    },
    PLAIN,
  );
  schema.index({ flow: 1, n: -1 }, { unique: true });
  return connection.model<ReleaseDoc>('Release', schema, 'releases');
}
