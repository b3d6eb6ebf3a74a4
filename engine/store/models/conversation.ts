import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

export interface ConversationDoc {
  _id: string;
  channel: string;
  /** `thread <id>` by the channel's word, `root <external id>` where the thread is known by its first mention. */
  threadKey: string;
  threadId: string | null;
  caseId: string | null;
  mentions: number;
  lastAt: Date;
}

export function conversationModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      channel: { type: String, required: true },
      threadKey: { type: String, required: true },
      threadId: { type: String },
      caseId: { type: String },
      mentions: { type: Number, required: true },
      lastAt: { type: Date, required: true },
    },
    PLAIN,
  );
  schema.index({ channel: 1, threadKey: 1 }, { unique: true });
  schema.index({ caseId: 1 });
  return connection.model<ConversationDoc>('Conversation', schema, 'conversations');
}
