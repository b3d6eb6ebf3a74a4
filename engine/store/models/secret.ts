import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** `_id` is the secret's name. */
export interface SecretDoc {
  _id: string;
  value: string;
}

export function secretModel(connection: Connection) {
  const schema = new Schema({ _id: { type: String }, value: { type: String, required: true } }, PLAIN);
  return connection.model<SecretDoc>('Secret', schema, 'secrets');
}
