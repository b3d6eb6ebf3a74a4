import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** `_id` is the case's id. The state is kept as JSON text: it is read back as it was written, whatever its keys. */
export interface SavedStateDoc {
  _id: string;
  runId: string;
  state: string;
  at: Date;
}

export function savedStateModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      runId: { type: String, required: true },
      state: { type: String, required: true },
      at: { type: Date, required: true },
    },
    PLAIN,
  );
  return connection.model<SavedStateDoc>('SavedState', schema, 'savedStates');
}
