import { Schema, type Connection } from 'mongoose';
import type { WorkingHours } from '../../../definitions/model/working-hours.ts';
import { PLAIN } from './plain.ts';

export interface TeamDoc {
  _id: string;
  name: string;
  region: string | null;
  skills: readonly string[];
  lead: string | null;
  /** Not there in documents of before it was known. */
  hours?: WorkingHours | null;
}

export function teamModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      name: { type: String },
      region: { type: String },
      skills: { type: [String], required: true },
      lead: { type: String },
      hours: { type: Schema.Types.Mixed },
    },
    PLAIN,
  );
  schema.index({ name: 1, _id: 1 });
  return connection.model<TeamDoc>('Team', schema, 'teams');
}
