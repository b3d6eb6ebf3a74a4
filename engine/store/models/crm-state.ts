import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** How a customer system answered last. `_id` is its name. */
export interface CrmStateDoc {
  _id: string;
  /** Null: it answers. */
  trouble: string | null;
  /** Since when that is so. */
  since: Date;
  answeredAt: Date | null;
  /** When all its customers were taken in last, and until when somebody is at it. */
  loadedAt?: Date | null;
  loadingUntil?: Date | null;
}

export function crmStateModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      trouble: { type: String },
      since: { type: Date, required: true },
      answeredAt: { type: Date },
      loadedAt: { type: Date },
      loadingUntil: { type: Date },
    },
    PLAIN,
  );
  return connection.model<CrmStateDoc>('CrmState', schema, 'crmStates');
}
