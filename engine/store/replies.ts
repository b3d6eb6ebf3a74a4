import type { Reply } from '../../definitions/model/reply.ts';
import { cleanText } from './capture/clean-text.ts';
import { noteAnswer } from './case/note-answer.ts';
import type { Database } from './database.ts';
import { iso, knownInstant } from './iso.ts';
import { keysetPage } from './keyset.ts';
import type { ReplyDoc } from './models/reply.ts';
import type { Page, PageRequest } from './page.ts';
import { StoreProblem } from './problem.ts';
import { inTransaction, upserted } from './transaction.ts';

/** A reply to be kept. `key` makes it once: the same key answers the reply kept first. */
export interface NewReply {
  readonly key: string;
  readonly caseId: string;
  readonly conversationId: string;
  readonly channel: string;
  readonly text: string;
  readonly kind: Reply['kind'];
  readonly status: Reply['status'];
  readonly reason?: string | null;
  readonly by: string | null;
  readonly externalId?: string | null;
  readonly at?: string;
}

export interface ReplyStore {
  create(reply: NewReply): Promise<Reply>;
  find(replyId: string): Promise<Reply | null>;
  /** What was kept under the key (the ledger's key of the act that sent it). */
  byKey(key: string): Promise<Reply | null>;
  mark(
    replyId: string,
    status: Reply['status'],
    facts?: { readonly externalId?: string; readonly reason?: string },
  ): Promise<Reply>;
  byCase(caseId: string): Promise<readonly Reply[]>;
  /** What Earshot said or held back, newest first; what was answered elsewhere is not among it. */
  outbox(
    filter: { readonly channel?: string; readonly status?: Reply['status'] },
    page?: PageRequest,
  ): Promise<Page<Reply>>;
}

export function replyStore(db: Database): ReplyStore {
  const { replies, conversations } = db.models;
  return {
    async create(reply) {
      const { key, at, kind, text, reason = null, externalId = null, ...rest } = reply;
      const first = {
        ...rest,
        _id: db.newId(),
        kind,
        text: cleanText(text),
        own: kind !== 'elsewhere',
        reason,
        externalId,
        at: at === undefined ? db.now() : knownInstant(at),
        erasedAt: null,
      };
      const doc = await upserted(() =>
        replies.findOneAndUpdate(
          { key },
          { $setOnInsert: first },
          { upsert: true, returnDocument: 'after', lean: true },
        ),
      );
      // An answer that was kept by a process which died before it noted it is noted by who keeps it again.
      if (isAnswer(doc)) await inTransaction(db, (session) => noteAnswer(db, doc.caseId, doc.at, session));
      return replyOf(doc);
    },
    async find(replyId) {
      const doc = await replies.findById(replyId).lean();
      return doc === null ? null : replyOf(doc);
    },
    async byKey(key) {
      const doc = await replies.findOne({ key }).lean();
      return doc === null ? null : replyOf(doc);
    },
    async mark(replyId, status, facts = {}) {
      const doc = await inTransaction(db, async (session) => {
        const marked = await replies.findOneAndUpdate(
          { _id: replyId },
          { $set: { status, ...facts } },
          { session, returnDocument: 'after', lean: true },
        );
        if (marked !== null && isAnswer(marked)) await noteAnswer(db, marked.caseId, marked.at, session);
        return marked;
      });
      if (doc === null)
        throw new StoreProblem('not found', 'There is no such reply.', 'Look it up in its case.');
      return replyOf(doc);
    },
    async byCase(caseId) {
      // Also what was said in conversations that came here from another case.
      const held = await conversations.find({ caseId }).select({ _id: 1 }).lean();
      const docs = await replies
        .find({ $or: [{ caseId }, { conversationId: { $in: held.map((doc) => doc._id) } }] })
        .lean();
      return docs.map(replyOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    },
    async outbox(filter, page = {}) {
      const found = await keysetPage(
        [
          ['at', -1],
          ['_id', -1],
        ],
        page,
        (after, by, limit) =>
          replies
            .find({ own: true, ...filter, ...after })
            .sort(by)
            .limit(limit)
            .lean(),
      );
      return { items: found.items.map(replyOf), next: found.next };
    },
  };
}

/** Whether the customer has read it as an answer to what they said. */
function isAnswer({ kind, status }: Pick<ReplyDoc, 'kind' | 'status'>): boolean {
  return status === 'sent' && (kind === 'answer' || kind === 'elsewhere');
}

function replyOf(doc: ReplyDoc): Reply {
  const { _id, caseId, conversationId, channel, text, kind, status, reason, by, externalId, at, erasedAt } =
    doc;
  return {
    id: _id,
    caseId,
    conversationId,
    channel,
    text,
    kind,
    status,
    reason,
    by,
    externalId,
    at: iso(at),
    ...(erasedAt !== null && { erasedAt: iso(erasedAt) }),
  };
}
