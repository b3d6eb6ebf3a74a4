import { Schema, type Connection } from 'mongoose';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { TrailEntry } from '../../../definitions/model/case.ts';
import { PLAIN } from './plain.ts';

/** `_id` is `<caseId>.<n>`. */
export interface TrailEntryDoc {
  _id: string;
  caseId: string;
  n: number;
  at: Date;
  scope: string;
  flow: string;
  node: string;
  visit: number;
  item: number;
  what: TrailEntry['what'];
  port: string | null;
  edge: string | null;
  detail: JsonObject | null;
}

export function trailEntryModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      caseId: { type: String, required: true },
      n: { type: Number, required: true },
      at: { type: Date, required: true },
      scope: { type: String, required: true },
      flow: { type: String, required: true },
      node: { type: String, required: true },
      visit: { type: Number, required: true },
      item: { type: Number, required: true },
      what: { type: String, required: true },
      port: { type: String },
      edge: { type: String },
      detail: { type: Schema.Types.Mixed },
    },
    PLAIN,
  );
  schema.index({ caseId: 1, n: 1 }, { unique: true });
  return connection.model<TrailEntryDoc>('TrailEntry', schema, 'trail');
}
