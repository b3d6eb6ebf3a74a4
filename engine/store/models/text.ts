import { Schema, type Connection } from 'mongoose';
import type { TextKind } from '../texts.ts';
import { PLAIN } from './plain.ts';

export interface TextDoc {
  _id: string;
  caseId: string;
  kind: TextKind;
  by: string;
  at: Date;
  text: string;
  erasedAt: Date | null;
}

export function textModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      caseId: { type: String, required: true },
      kind: { type: String, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
      text: { type: String },
      erasedAt: { type: Date },
    },
    PLAIN,
  );
  schema.index({ caseId: 1, at: 1 });
  return connection.model<TextDoc>('Text', schema, 'texts');
}
