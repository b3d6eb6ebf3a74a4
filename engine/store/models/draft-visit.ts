import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** That somebody has the draft of a flow open. Forgotten a minute after their last sign of it. */
export interface DraftVisitDoc {
  /** The flow's id and the person's. */
  _id: string;
  flow: string;
  person: string;
  at: Date;
}

const MINUTE_S = 60;

export function draftVisitModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      flow: { type: String, required: true },
      person: { type: String, required: true },
      at: { type: Date, required: true },
    },
    PLAIN,
  );
  schema.index({ at: 1 }, { expireAfterSeconds: MINUTE_S });
  schema.index({ flow: 1, at: 1 });
  return connection.model<DraftVisitDoc>('DraftVisit', schema, 'draftVisits');
}
