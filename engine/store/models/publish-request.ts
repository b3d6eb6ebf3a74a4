import { Schema, type Connection } from 'mongoose';
import type { ApprovalStatus, Wanted } from '../../../definitions/model/views/approval.ts';
import { PLAIN } from './plain.ts';

/** What somebody asked to have published, held until another person approves of it. What was asked never changes. */
export interface PublishRequestDoc {
  _id: string;
  flow: string;
  name: string;
  state: ApprovalStatus;
  /** Of all that is held: the revision and its stories. */
  digest: string;
  /** The content hash of the revision. */
  hash: string;
  /** Its canonical JSON, byte for byte. */
  canonical: string;
  /** The stories, as JSON text; absent: those that stand beside the revision stay. */
  scenarios?: string;
  /** What becomes of it: a revision, one that is live, or other stories beside what is live. */
  wants: Wanted;
  /** The draft that it was taken from, as it was then. */
  draft?: { born: string; version: number };
  /** What it was held against: the revision (null: there was none), whether it was live, and its stories. */
  base: { hash: string | null; isLive: boolean; scenarios: string };
  by: string;
  /** Who asked, and who was signed in then: nobody of them approves. */
  hands: string[];
  at: Date;
  why: string;
  /** What stood against it, and did not keep its author from asking. */
  despite: string[];
  decided?: { by: string; at: Date; why: string | null };
}

export function publishRequestModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      flow: { type: String, required: true },
      name: { type: String },
      state: { type: String, required: true },
      digest: { type: String, required: true },
      hash: { type: String, required: true },
      canonical: { type: String, required: true },
      scenarios: { type: String },
      wants: { type: String, required: true },
      draft: { type: Schema.Types.Mixed },
      base: { type: Schema.Types.Mixed, required: true },
      by: { type: String, required: true },
      hands: { type: [String], default: undefined },
      at: { type: Date, required: true },
      why: { type: String },
      despite: { type: [String], default: undefined },
      decided: { type: Schema.Types.Mixed },
    },
    PLAIN,
  );
  schema.index({ flow: 1, at: -1, _id: -1 });
  schema.index({ state: 1, at: 1 });
  return connection.model<PublishRequestDoc>('PublishRequest', schema, 'publishRequests');
}

/** `_id` is a flow's: what waits of it. It is there as long as that waits, so of a flow one waits at a time. */
export interface PublishWaitDoc {
  _id: string;
  request: string;
}

export function publishWaitModel(connection: Connection) {
  const schema = new Schema({ _id: { type: String }, request: { type: String, required: true } }, PLAIN);
  return connection.model<PublishWaitDoc>('PublishWait', schema, 'publishWaits');
}
