import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import type { ArrivalDoc } from '../models/arrival.ts';
import type { CaseDoc } from '../models/case.ts';
import type { ConversationDoc } from '../models/conversation.ts';
import type { MentionDoc } from '../models/mention.ts';
import type { ProfileDoc } from '../models/profile.ts';
import type { ReplyDoc } from '../models/reply.ts';
import type { TallyChange } from '../tally/tallies-of-case.ts';
import { writeTallyChanges } from '../tally/write-changes.ts';

/** A change of one document that is there. */
export interface Change<D> {
  readonly id: string;
  readonly set: Partial<D>;
}

/** All that a batch changes. */
export interface Writes {
  readonly profiles: readonly ProfileDoc[];
  readonly conversations: readonly ConversationDoc[];
  readonly cases: readonly CaseDoc[];
  readonly mentions: readonly MentionDoc[];
  readonly replies: readonly ReplyDoc[];
  readonly arrivals: readonly ArrivalDoc[];
  readonly tallyChanges: readonly TallyChange[];
  readonly changedProfiles: readonly Change<ProfileDoc>[];
  readonly changedConversations: readonly Change<ConversationDoc>[];
  readonly changedCases: readonly Change<CaseDoc>[];
  readonly changedMentions: readonly Change<MentionDoc>[];
}

/** Writes it all within the transaction, one command a collection. */
export async function write(db: Database, writes: Writes, session: ClientSession): Promise<void> {
  const { profiles, conversations, cases, mentions, replies, arrivals } = db.models;
  const inserting = { session, lean: true } as const;
  if (writes.profiles.length > 0) await profiles.insertMany([...writes.profiles], inserting);
  if (writes.conversations.length > 0) await conversations.insertMany([...writes.conversations], inserting);
  if (writes.cases.length > 0) await cases.insertMany([...writes.cases], inserting);
  if (writes.mentions.length > 0) await mentions.insertMany([...writes.mentions], inserting);
  if (writes.replies.length > 0) await replies.insertMany([...writes.replies], inserting);
  if (writes.arrivals.length > 0) await arrivals.insertMany([...writes.arrivals], inserting);
  if (writes.changedProfiles.length > 0)
    await profiles.bulkWrite(writes.changedProfiles.map(update), { session });
  if (writes.changedConversations.length > 0)
    await conversations.bulkWrite(writes.changedConversations.map(update), { session });
  if (writes.changedCases.length > 0) await cases.bulkWrite(writes.changedCases.map(update), { session });
  if (writes.changedMentions.length > 0)
    await mentions.bulkWrite(writes.changedMentions.map(update), { session });
  await writeTallyChanges(db, writes.tallyChanges, session);
}

function update<D>({ id, set }: Change<D>) {
  return { updateOne: { filter: { _id: id }, update: { $set: set } } };
}
