import { Schema, type Connection } from 'mongoose';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { Act } from '../../../definitions/model/act.ts';
import { PLAIN } from './plain.ts';

export interface AuditEntryDoc {
  _id: string;
  at: Date;
  who: string;
  act: Act;
  caseId: string | null;
  subject: string;
  detail: JsonObject;
  why: string | null;
}

export function auditEntryModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      at: { type: Date, required: true },
      who: { type: String, required: true },
      act: { type: String, required: true },
      caseId: { type: String },
      subject: { type: String },
      detail: { type: Schema.Types.Mixed, required: true },
      why: { type: String },
    },
    PLAIN,
  );
  schema.index({ at: -1, _id: -1 });
  for (const field of ['who', 'act', 'caseId', 'subject'] as const)
    schema.index({ [field]: 1, at: -1, _id: -1 });
  schema.index({ who: 1, act: 1, at: -1, _id: -1 });
  return connection.model<AuditEntryDoc>('AuditEntry', schema, 'audit');
}
