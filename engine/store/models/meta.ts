import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** What the data set says of itself; one document, `_id` 'data set'. */
export interface MetaDoc {
  _id: string;
  schemaVersion: number;
}

export function metaModel(connection: Connection) {
  const schema = new Schema(
    { _id: { type: String }, schemaVersion: { type: Number, required: true } },
    PLAIN,
  );
  return connection.model<MetaDoc>('Meta', schema, 'meta');
}
