import { Schema, type Connection } from 'mongoose';
import type { Reply } from '../../../definitions/model/reply.ts';
import { PLAIN } from './plain.ts';

export interface ReplyDoc {
  _id: string;
  /** What made it: the ledger's key of the act, or the mention it was seen as. */
  key: string;
  caseId: string;
  conversationId: string;
  channel: string;
  text: string;
  kind: Reply['kind'];
  /** Said by Earshot, or held back by it: not 'elsewhere'. */
  own: boolean;
  status: Reply['status'];
  reason: string | null;
  by: string | null;
  externalId: string | null;
  at: Date;
  erasedAt: Date | null;
}

export function replyModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      key: { type: String, required: true },
      caseId: { type: String, required: true },
      conversationId: { type: String, required: true },
      channel: { type: String, required: true },
      text: { type: String },
      kind: { type: String, required: true },
      own: { type: Boolean, required: true },
      status: { type: String, required: true },
      reason: { type: String },
      by: { type: String },
      externalId: { type: String },
      at: { type: Date, required: true },
      erasedAt: { type: Date },
    },
    PLAIN,
  );
  schema.index({ key: 1 }, { unique: true });
  schema.index({ conversationId: 1, at: 1 });
  schema.index({ caseId: 1, at: 1 });
  schema.index({ own: 1, at: -1, _id: -1 }, { partialFilterExpression: { own: true } });
  return connection.model<ReplyDoc>('Reply', schema, 'replies');
}
