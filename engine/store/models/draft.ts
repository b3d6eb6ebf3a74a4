import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** `_id` is the flow's id: a flow has one draft at most, on which everybody works. */
export interface DraftDoc {
  _id: string;
  /** Tells it from earlier and later drafts of the flow. */
  born?: string;
  name: string;
  /** Counts every change; who changes it names the one they saw. */
  version: number;
  /** JSON text: it is read back as it was written, whatever its keys. */
  content: string;
  by: string;
  at: Date;
}

export function draftModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      born: { type: String },
      name: { type: String },
      version: { type: Number, required: true },
      content: { type: String, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
    },
    PLAIN,
  );
  return connection.model<DraftDoc>('Draft', schema, 'drafts');
}
