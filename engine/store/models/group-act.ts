import { Schema, type Connection } from 'mongoose';
import type { Resolution } from '../../../definitions/model/stuck.ts';
import { PLAIN } from './plain.ts';

/** What was done for all stuck runs of one cause. Kept for ever: it is worked off from here, and read afterwards. */
export interface GroupActDoc {
  _id: string;
  kind: string;
  code: string;
  flow: string;
  node: string;
  resolution: Resolution;
  why: string;
  by: string;
  teams: readonly string[];
  roles: readonly string[];
  at: Date;
  status: 'gathering' | 'working' | 'stopping' | 'done' | 'stopped';
  total: number;
  /** Once it has ended; while it is under way both are counted on the incidents. */
  done: number;
  refused: number;
  /** Code of what it waits for, while the runs or the store do not answer. */
  held: string | null;
  endedAt: Date | null;
  /** Who works it off, and until when nobody else does. */
  leaseBy: string | null;
  leaseUntil: Date;
}

export function groupActModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      kind: { type: String, required: true },
      code: { type: String, required: true },
      flow: { type: String },
      node: { type: String },
      resolution: { type: Schema.Types.Mixed, required: true },
      why: { type: String, required: true },
      by: { type: String, required: true },
      teams: { type: [String], required: true },
      roles: { type: [String], required: true },
      at: { type: Date, required: true },
      status: { type: String, required: true },
      total: { type: Number, required: true },
      done: { type: Number, required: true },
      refused: { type: Number, required: true },
      held: { type: String },
      endedAt: { type: Date },
      leaseBy: { type: String },
      leaseUntil: { type: Date, required: true },
    },
    PLAIN,
  );
  schema.index({ status: 1, leaseUntil: 1 });
  schema.index({ at: -1, _id: -1 });
  return connection.model<GroupActDoc>('GroupAct', schema, 'groupActs');
}
