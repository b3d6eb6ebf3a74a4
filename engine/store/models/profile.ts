import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

export interface ProfileDoc {
  _id: string;
  channel: string;
  externalId: string;
  name: string | null;
  handle: string | null;
  email: string | null;
  phone: string | null;
  /** What it is found by: see search-words. */
  nameWords: readonly string[];
  erasedAt: Date | null;
}

export function profileModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      channel: { type: String, required: true },
      externalId: { type: String, required: true },
      name: { type: String },
      handle: { type: String },
      email: { type: String },
      phone: { type: String },
      nameWords: { type: [String], required: true },
      erasedAt: { type: Date },
    },
    PLAIN,
  );
  schema.index({ channel: 1, externalId: 1 }, { unique: true });
  schema.index({ nameWords: 1 });
  schema.index({ email: 1 }, { partialFilterExpression: { email: { $gt: '' } } });
  return connection.model<ProfileDoc>('Profile', schema, 'profiles');
}
