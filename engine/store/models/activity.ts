import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** `_id` is the activity's name. The contract is kept as JSON text: JSON Schema has keys that begin with '$'. */
export interface ActivityDoc {
  _id: string;
  contract: string;
  worker: string;
  at: Date;
}

export function activityModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      contract: { type: String, required: true },
      worker: { type: String, required: true },
      at: { type: Date, required: true },
    },
    PLAIN,
  );
  return connection.model<ActivityDoc>('Activity', schema, 'activities');
}
