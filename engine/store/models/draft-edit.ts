import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** One edit of a draft, in the order in which they were taken. They go when their draft goes. */
export interface DraftEditDoc {
  /** The flow's id and the version that the edit made. */
  _id: string;
  flow: string;
  /** What whoever made it knows it by. */
  edit: string;
  version: number;
  label: string;
  /** JSON text: it is read back as it was written, whatever its keys. */
  changes: string;
  by: string;
  at: Date;
}

export function draftEditModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      flow: { type: String, required: true },
      edit: { type: String, required: true },
      version: { type: Number, required: true },
      label: { type: String },
      changes: { type: String, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
    },
    PLAIN,
  );
  schema.index({ flow: 1, version: 1 });
  schema.index({ flow: 1, edit: 1 }, { unique: true });
  return connection.model<DraftEditDoc>('DraftEdit', schema, 'draftEdits');
}
