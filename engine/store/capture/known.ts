import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import type { CaseDoc } from '../models/case.ts';
import type { ConversationDoc } from '../models/conversation.ts';
import type { MentionDoc } from '../models/mention.ts';
import type { ProfileDoc } from '../models/profile.ts';
import { forgottenId } from '../privacy/forgotten-id.ts';
import type { CheckedMention } from './checked-mention.ts';
import { channelKey, deciding, rootThread, threadsOf } from './threads.ts';

export type StoredMention = Pick<
  MentionDoc,
  '_id' | 'channel' | 'externalId' | 'conversationId' | 'caseId' | 'importId'
>;
export type KnownCase = Pick<
  CaseDoc,
  | '_id'
  | 'primaryCaseId'
  | 'lastSeq'
  | 'undeliveredSince'
  | 'history'
  | 'firstSaidAt'
  | 'lastSaidAt'
  | 'answeredAt'
  | 'wroteAgain'
  | 'openedAt'
  | 'status'
  | 'positions'
  | 'worth'
  | 'outcome'
  | 'brokenStep'
  | 'counted'
  | 'standing'
>;

/** Not the facts and what else may be long. */
const KNOWN = {
  primaryCaseId: 1,
  lastSeq: 1,
  undeliveredSince: 1,
  history: 1,
  firstSaidAt: 1,
  lastSaidAt: 1,
  answeredAt: 1,
  wroteAgain: 1,
  openedAt: 1,
  status: 1,
  positions: 1,
  worth: 1,
  outcome: 1,
  brokenStep: 1,
  counted: 1,
  standing: 1,
} as const satisfies { readonly [field in Exclude<keyof KnownCase, '_id'>]: 1 };

/** What the store holds, before a batch goes in, of all that the batch touches. */
export interface Known {
  /** Mentions of the batch that are there already, by channel key. */
  readonly stored: ReadonlyMap<string, StoredMention>;
  /** The rest, in order of time, each with its thread. */
  readonly fresh: readonly (CheckedMention & { readonly thread: string })[];
  /** By channel key of thread. */
  readonly conversations: ReadonlyMap<string, ConversationDoc>;
  /** By channel key of external id. */
  readonly profiles: ReadonlyMap<string, ProfileDoc>;
  /** By id; a case that goes on in another is under its own id as that other one. */
  readonly cases: ReadonlyMap<string, KnownCase>;
  /** Mentions of conversations without a case, by conversation: all said by the company. */
  readonly silent: ReadonlyMap<string, readonly MentionDoc[]>;
}

/** Asks for all of it within the transaction. `batch` must be in order of time. */
export async function loadKnown(
  db: Database,
  batch: readonly CheckedMention[],
  session: ClientSession,
): Promise<Known> {
  const { mentions, conversations, profiles } = db.models;
  const own = pairs(batch, ({ mention }) => [mention.externalId]);
  const parents = pairs(batch, ({ mention }) => [deciding(mention)].filter((id) => id !== undefined));
  const asked = withForgotten([...own, ...parents]);
  const storedDocs: readonly StoredMention[] = await mentions
    .find({ $or: either('externalId', asked.all) })
    .select({ channel: 1, externalId: 1, conversationId: 1, caseId: 1, importId: 1 })
    .session(session)
    .lean();
  const stored = new Map(
    storedDocs.map((doc) => [channelKey(doc.channel, asked.given(doc.channel, doc.externalId)), doc]),
  );
  const isStored = ({ mention }: CheckedMention) =>
    stored.has(channelKey(mention.channel, mention.externalId));
  const without = batch.filter((item) => !isStored(item));

  const answered = await conversations
    .find({ _id: { $in: unique(storedDocs.map((doc) => doc.conversationId)) } })
    .session(session)
    .lean();
  const threadById = new Map(answered.map((doc) => [doc._id, doc.threadKey]));
  const threads = threadsOf(without, (channel, externalId) => {
    const parent = stored.get(channelKey(channel, externalId));
    return parent === undefined ? undefined : threadById.get(parent.conversationId);
  });
  const fresh = without.map((item, place) => ({
    ...item,
    thread: threads[place] ?? rootThread(item.mention.externalId),
  }));
  if (fresh.length === 0) {
    return {
      stored,
      fresh,
      conversations: new Map(),
      profiles: new Map(),
      cases: new Map(),
      silent: new Map(),
    };
  }

  // Also conversations that were begun by an answer to a mention of this batch, before it was here itself.
  const threadKeys = withForgotten(
    pairs(fresh, ({ mention, thread }) => [thread, rootThread(mention.externalId)]),
  );
  const conversationDocs = await conversations
    .find({ $or: either('threadKey', threadKeys.all) })
    .session(session)
    .lean();
  const authors = pairs(fresh, ({ mention }) => [mention.author.externalId]);
  const profileDocs = await profiles
    .find({ $or: either('externalId', authors) })
    .session(session)
    .lean();
  const caseless = conversationDocs.filter((doc) => doc.caseId === null).map((doc) => doc._id);
  return {
    stored,
    fresh,
    conversations: new Map(
      conversationDocs.flatMap((doc) =>
        [doc.threadKey, threadKeys.given(doc.channel, doc.threadKey)].map(
          (key) => [channelKey(doc.channel, key), doc] as const,
        ),
      ),
    ),
    profiles: new Map(profileDocs.map((doc) => [channelKey(doc.channel, doc.externalId), doc])),
    cases: await loadCases(db, unique(conversationDocs.flatMap((doc) => doc.caseId ?? [])), session),
    silent: await loadSilent(db, caseless, session),
  };
}

async function loadCases(
  db: Database,
  ids: readonly string[],
  session: ClientSession,
): Promise<ReadonlyMap<string, KnownCase>> {
  const found = new Map<string, KnownCase>();
  for (let wanted = ids; wanted.length > 0;) {
    const docs: readonly KnownCase[] = await db.models.cases
      .find({ _id: { $in: [...wanted] } })
      .select(KNOWN)
      .session(session)
      .lean();
    for (const doc of docs) found.set(doc._id, doc);
    wanted = unique(docs.flatMap((doc) => doc.primaryCaseId ?? [])).filter((id) => !found.has(id));
  }
  const ends = [...found].map(([id, doc]): [string, KnownCase] => {
    let end = doc;
    while (end.primaryCaseId !== null) {
      const next = found.get(end.primaryCaseId);
      if (next === undefined) break;
      end = next;
    }
    return [id, end];
  });
  return new Map(ends);
}

async function loadSilent(db: Database, conversationIds: readonly string[], session: ClientSession) {
  const silent = new Map<string, MentionDoc[]>();
  if (conversationIds.length === 0) return silent;
  const docs = await db.models.mentions
    .find({ conversationId: { $in: [...conversationIds] } })
    .session(session)
    .lean();
  for (const doc of docs) silent.set(doc.conversationId, [...(silent.get(doc.conversationId) ?? []), doc]);
  return silent;
}

type Pair = readonly [channel: string, id: string];

function pairs<T extends CheckedMention>(batch: readonly T[], ids: (item: T) => readonly string[]): Pair[] {
  return batch.flatMap((item) => ids(item).map((id): Pair => [item.mention.channel, id]));
}

/**
 * The same ids, and each as it stands once whoever said it was erased: what was heard before is not heard again.
 * `given` answers the id that was asked for by what was found.
 */
function withForgotten(wanted: readonly Pair[]) {
  const byForgotten = new Map(
    wanted.map(([channel, id]) => [channelKey(channel, forgottenId(channel, id)), id]),
  );
  const forgotten = wanted.map(([channel, id]): Pair => [channel, forgottenId(channel, id)]);
  return {
    all: [...wanted, ...forgotten],
    given: (channel: string, found: string): string => byForgotten.get(channelKey(channel, found)) ?? found,
  };
}

/** One condition per channel, so that the index on channel and id serves each. */
function either(field: string, wanted: readonly Pair[]) {
  const byChannel = new Map<string, Set<string>>();
  for (const [channel, id] of wanted) byChannel.set(channel, (byChannel.get(channel) ?? new Set()).add(id));
  return [...byChannel].map(([channel, ids]) => ({ channel, [field]: { $in: [...ids] } }));
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
