import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

export interface HistoryDoc {
  _id: string;
  workflowId: string;
  runId: string;
  revision: string;
  semantics: number;
  history: Buffer;
  at: Date;
}

export function historyModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      workflowId: { type: String, required: true },
      runId: { type: String, required: true },
      revision: { type: String, required: true },
      semantics: { type: Number, required: true },
      history: { type: Buffer, required: true },
      at: { type: Date, required: true },
    },
    PLAIN,
  );
  schema.index({ workflowId: 1, runId: 1 }, { unique: true });
  schema.index({ workflowId: 1, at: 1 });
  return connection.model<HistoryDoc>('History', schema, 'histories');
}
