import { Schema, type Connection } from 'mongoose';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { ChannelKind } from '../../../definitions/model/mention.ts';
import { PLAIN } from './plain.ts';

export interface MentionDoc {
  _id: string;
  channel: string;
  kind: ChannelKind;
  externalId: string;
  inReplyTo: string | null;
  conversationId: string;
  caseId: string | null;
  direction: 'inbound' | 'outbound';
  profileId: string;
  text: string;
  subject: string | null;
  url: string | null;
  language: string | null;
  brand: string | null;
  extra: JsonObject | null;
  importId: string | null;
  occurredAt: Date;
  receivedAt: Date;
  /** Case and number it arrived under; null if it reached no run. Stays when the conversation moves. */
  arrivalCaseId: string | null;
  seq: number | null;
  erasedAt: Date | null;
}

export function mentionModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      channel: { type: String, required: true },
      kind: { type: String, required: true },
      externalId: { type: String, required: true },
      inReplyTo: { type: String },
      conversationId: { type: String, required: true },
      caseId: { type: String },
      direction: { type: String, required: true },
      profileId: { type: String, required: true },
      text: { type: String },
      subject: { type: String },
      url: { type: String },
      language: { type: String },
      brand: { type: String },
      extra: { type: Schema.Types.Mixed },
      importId: { type: String },
      occurredAt: { type: Date, required: true },
      receivedAt: { type: Date, required: true },
      arrivalCaseId: { type: String },
      seq: { type: Number },
      erasedAt: { type: Date },
    },
    PLAIN,
  );
  schema.index({ channel: 1, externalId: 1 }, { unique: true });
  schema.index({ conversationId: 1, occurredAt: 1 });
  schema.index({ caseId: 1, occurredAt: 1 });
  schema.index({ profileId: 1, direction: 1, occurredAt: 1 });
  schema.index({ importId: 1 }, { partialFilterExpression: { importId: { $gt: '' } } });
  return connection.model<MentionDoc>('Mention', schema, 'mentions');
}
