import { Schema, type Connection } from 'mongoose';
import type { Remedy } from '../../../definitions/model/reply.ts';
import { PLAIN } from './plain.ts';

export interface RemedyDoc {
  _id: string;
  key: string;
  caseId: string;
  kind: Remedy['kind'];
  amount: number | null;
  months: number | null;
  by: string | null;
  at: Date;
}

export function remedyModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      key: { type: String, required: true },
      caseId: { type: String, required: true },
      kind: { type: String, required: true },
      amount: { type: Number },
      months: { type: Number },
      by: { type: String },
      at: { type: Date, required: true },
    },
    PLAIN,
  );
  schema.index({ key: 1 }, { unique: true });
  schema.index({ caseId: 1, at: 1 });
  return connection.model<RemedyDoc>('Remedy', schema, 'remedies');
}
