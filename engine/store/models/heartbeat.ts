import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** `_id` is the worker's own id. Forgotten a week after its last sign of life. */
export interface HeartbeatDoc {
  _id: string;
  queue: string;
  build: string | null;
  activities: readonly string[];
  at: Date;
}

const WEEK_S = 7 * 24 * 60 * 60;

export function heartbeatModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      queue: { type: String, required: true },
      build: { type: String },
      activities: { type: [String], required: true },
      at: { type: Date, required: true },
    },
    PLAIN,
  );
  schema.index({ at: 1 }, { expireAfterSeconds: WEEK_S });
  return connection.model<HeartbeatDoc>('Heartbeat', schema, 'heartbeats');
}
