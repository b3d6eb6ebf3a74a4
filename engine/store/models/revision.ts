import { Schema, type Connection } from 'mongoose';
import type { RevisionPart } from '../../../definitions/flow/parts.ts';
import { PLAIN } from './plain.ts';

/** `_id` is the content hash. */
export interface RevisionDoc {
  _id: string;
  flow: string;
  name: string;
  number: number;
  semantics: number;
  author: string;
  at: Date;
  why: string;
  /** The canonical JSON: what was hashed, byte for byte. */
  canonical: string;
  /** The scenarios that stand beside it, as JSON text: no part of what is hashed, and the last ones given count. */
  scenarios?: string;
  /** Its tables and word lists; absent in what an older Earshot wrote, until somebody asks for them. */
  parts?: RevisionPart[];
}

export function revisionModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      flow: { type: String, required: true },
      name: { type: String },
      number: { type: Number, required: true },
      semantics: { type: Number, required: true },
      author: { type: String, required: true },
      at: { type: Date, required: true },
      why: { type: String },
      canonical: { type: String, required: true },
      scenarios: { type: String },
      parts: { type: [Schema.Types.Mixed], default: undefined },
    },
    PLAIN,
  );
  schema.index({ flow: 1, number: -1 }, { unique: true });
  schema.index({ 'parts.id': 1 });
  return connection.model<RevisionDoc>('Revision', schema, 'revisions');
}
