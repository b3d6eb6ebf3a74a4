import { Schema, type Connection } from 'mongoose';
import type { RetentionKind } from '../../../definitions/model/retention.ts';
import { PLAIN } from './plain.ts';

/** How long one kind of data is kept; a kind without a document is kept for ever. */
export interface RetentionRuleDoc {
  _id: RetentionKind;
  /** Null: for ever. */
  days: number | null;
  by: string;
  at: Date;
  why: string;
  /** Cases that changed last before this were looked through. */
  doneTo: Date | null;
}

/** One time that data was taken away by its age. */
export interface RetentionRunDoc {
  _id: string;
  by: string;
  at: Date;
  endedAt: Date | null;
  /** Documents that were emptied, by kind. */
  taken: { [kind: string]: number };
}

export function retentionRuleModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      days: { type: Number },
      by: { type: String, required: true },
      at: { type: Date, required: true },
      why: { type: String, required: true },
      doneTo: { type: Date },
    },
    PLAIN,
  );
  return connection.model<RetentionRuleDoc>('RetentionRule', schema, 'retentionRules');
}

export function retentionRunModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      by: { type: String, required: true },
      at: { type: Date, required: true },
      endedAt: { type: Date },
      taken: { type: Schema.Types.Mixed, required: true },
    },
    PLAIN,
  );
  schema.index({ at: -1, _id: -1 });
  return connection.model<RetentionRunDoc>('RetentionRun', schema, 'retentionRuns');
}
