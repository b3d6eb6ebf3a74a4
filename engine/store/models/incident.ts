import { Schema, type Connection } from 'mongoose';
import type { CaseStatus } from '../../../definitions/model/case.ts';
import { PLAIN } from './plain.ts';

export interface IncidentDoc {
  _id: string;
  caseId: string;
  revision: string;
  scope: string;
  flow: string;
  node: string;
  kind: string;
  code: string;
  message: string;
  at: Date;
  status: 'open' | 'cleared';
  clearedAt: Date | null;
  fromOutside: boolean;
  /** The act on its whole group that will lead it on; null or absent: none. */
  act?: string | null;
  /** The act on its group that could not lead it on, and why. */
  refusedBy?: string | null;
  refusal?: string | null;
  /** Of one raised from outside: how the case stood before it. */
  before: { readonly status: CaseStatus; readonly progressVersion: number } | null;
}

export function incidentModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      caseId: { type: String, required: true },
      revision: { type: String, required: true },
      scope: { type: String, required: true },
      flow: { type: String, required: true },
      node: { type: String, required: true },
      kind: { type: String, required: true },
      code: { type: String, required: true },
      message: { type: String },
      at: { type: Date, required: true },
      status: { type: String, required: true },
      clearedAt: { type: Date },
      fromOutside: { type: Boolean, required: true },
      act: { type: String },
      refusedBy: { type: String },
      refusal: { type: String },
      before: { type: Schema.Types.Mixed },
    },
    PLAIN,
  );
  schema.index({ status: 1, at: 1, _id: 1 });
  schema.index({ status: 1, kind: 1, code: 1, flow: 1, node: 1, at: 1, _id: 1 });
  schema.index({ caseId: 1, at: 1, _id: 1 });
  const marked = (field: 'act' | 'refusedBy') => ({ partialFilterExpression: { [field]: { $gt: '' } } });
  schema.index({ act: 1 }, marked('act'));
  schema.index({ refusedBy: 1 }, marked('refusedBy'));
  return connection.model<IncidentDoc>('Incident', schema, 'incidents');
}
