import { Schema, type Connection } from 'mongoose';
import type { Role } from '../../../definitions/model/people.ts';
import type { WorkingHours } from '../../../definitions/model/working-hours.ts';
import { PLAIN } from './plain.ts';

export interface PersonDoc {
  _id: string;
  name: string;
  team: string;
  region: string | null;
  skills: readonly string[];
  roles: readonly Role[];
  lead: string | null;
  active: boolean;
  /** Not there in documents of before it was known. */
  hours?: WorkingHours | null;
}

export function personModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      name: { type: String },
      team: { type: String, required: true },
      region: { type: String },
      skills: { type: [String], required: true },
      roles: { type: [String], required: true },
      lead: { type: String },
      active: { type: Boolean, required: true },
      hours: { type: Schema.Types.Mixed },
    },
    PLAIN,
  );
  schema.index({ name: 1, _id: 1 });
  schema.index({ team: 1, name: 1, _id: 1 });
  return connection.model<PersonDoc>('Person', schema, 'people');
}
