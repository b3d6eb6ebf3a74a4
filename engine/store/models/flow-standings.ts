import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/**
 * How flows stand among each other. One document for all of them, so that each act on it is one guarded write: new
 * cases always begin with exactly one flow, and that one is never among the archived.
 */
export interface FlowStandingsDoc {
  _id: string;
  /** The flow that new cases begin with. */
  takesCases: string;
  archived: ArchivedFlow[];
}
export interface ArchivedFlow {
  flow: string;
  by: string;
  at: Date;
  why: string;
}

export function flowStandingsModel(connection: Connection) {
  const archived = new Schema<ArchivedFlow>(
    {
      flow: { type: String, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
      why: { type: String },
    },
    { _id: false },
  );
  const schema = new Schema(
    {
      _id: { type: String },
      takesCases: { type: String, required: true },
      archived: { type: [archived], required: true },
    },
    PLAIN,
  );
  return connection.model<FlowStandingsDoc>('FlowStandings', schema, 'flowStandings');
}
