import { namedThread } from './capture/threads.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { ConversationDoc } from './models/conversation.ts';

/** The mentions of one thread on one channel. */
export interface Conversation {
  readonly id: string;
  readonly channel: string;
  /** The channel's own id of the thread; null where it has none. */
  readonly threadId: string | null;
  /** Null while it holds only what the company said by itself. */
  readonly caseId: string | null;
  readonly mentions: number;
  readonly lastAt: string;
}

export interface ConversationStore {
  find(conversationId: string): Promise<Conversation | null>;
  byCase(caseId: string): Promise<readonly Conversation[]>;
  byThread(channel: string, threadId: string): Promise<Conversation | null>;
}

export function conversationStore(db: Database): ConversationStore {
  const { conversations } = db.models;
  return {
    async find(conversationId) {
      const doc = await conversations.findById(conversationId).lean();
      return doc === null ? null : conversationOf(doc);
    },
    async byCase(caseId) {
      const docs = await conversations.find({ caseId }).lean();
      return docs.map(conversationOf).sort((a, b) => (a.lastAt < b.lastAt ? -1 : 1));
    },
    async byThread(channel, threadId) {
      const doc = await conversations.findOne({ channel, threadKey: namedThread(threadId) }).lean();
      return doc === null ? null : conversationOf(doc);
    },
  };
}

function conversationOf(doc: ConversationDoc): Conversation {
  const { _id, channel, threadId, caseId, mentions, lastAt } = doc;
  return { id: _id, channel, threadId, caseId, mentions, lastAt: iso(lastAt) };
}
