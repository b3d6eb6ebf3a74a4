import { Schema, type Connection } from 'mongoose';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { Arrival } from '../../../definitions/model/arrival.ts';
import { PLAIN } from './plain.ts';

export interface ArrivalDoc {
  _id: string;
  caseId: string;
  seq: number;
  kind: Arrival['kind'];
  at: Date;
  history: boolean;
  saidAt?: Date;
  ref: string;
  name: string | null;
  facts: JsonObject;
}

export function arrivalModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      caseId: { type: String, required: true },
      seq: { type: Number, required: true },
      kind: { type: String, required: true },
      at: { type: Date, required: true },
      history: { type: Boolean, required: true },
      saidAt: { type: Date },
      ref: { type: String, required: true },
      name: { type: String },
      facts: { type: Schema.Types.Mixed, required: true },
    },
    PLAIN,
  );
  schema.index({ caseId: 1, seq: 1 }, { unique: true });
  schema.index({ caseId: 1, ref: 1 });
  return connection.model<ArrivalDoc>('Arrival', schema, 'arrivals');
}
