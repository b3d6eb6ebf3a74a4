import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import type { CaseDoc } from '../models/case.ts';
import { StoreProblem } from '../problem.ts';
import { inTransaction } from '../transaction.ts';
import { countedAnew } from '../tally/tallies-of-case.ts';
import { writeTallyChanges } from '../tally/write-changes.ts';
import { answeredWith } from './answered-with.ts';
import { appendWithin } from './append.ts';

/** See CaseStore.link. */
export function link(
  db: Database,
  followerId: string,
  primaryId: string,
  by: string,
): Promise<{ readonly primaryCaseId: string }> {
  return inTransaction(db, async (session) => ({
    primaryCaseId: await linkWithin(db, followerId, primaryId, by, session),
  }));
}

/**
 * The same within a transaction that is under way. Both cases are written to, so that a capture into either of them
 * at the same time is in the way and starts again, and sees the link.
 */
export async function linkWithin(
  db: Database,
  followerId: string,
  primaryId: string,
  by: string,
  session: ClientSession,
): Promise<string> {
  const follower = await known(db, followerId, session);
  const primary = await endOfChain(db, await known(db, primaryId, session), session);
  if (primary._id === follower._id) {
    throw new StoreProblem(
      'refused',
      'A case cannot go on in itself.',
      'Link it to a case that does not go on in this one.',
    );
  }
  if (follower.primaryCaseId !== null) {
    const goesOnIn = await endOfChain(db, follower, session);
    if (goesOnIn._id === primary._id) return primary._id;
    throw new StoreProblem(
      'refused',
      'The case goes on in another one already.',
      'Link that other one instead.',
    );
  }
  const { cases, conversations, mentions } = db.models;
  const from = { caseId: followerId };
  const moved = { $set: { caseId: primary._id } };
  await conversations.updateMany(from, moved, { session });
  await mentions.updateMany(from, moved, { session });
  const at = db.now();
  const linked = { primaryCaseId: primary._id };
  const follows = countedAnew(follower, { ...follower, ...linked }, at);
  await cases.updateOne({ _id: followerId }, { $set: { ...linked, ...follows.set } }, { session });
  // What was said and answered in the one was said and answered in the other.
  const lastSaidAt = follower.lastSaidAt > primary.lastSaidAt ? follower.lastSaidAt : primary.lastSaidAt;
  const answered = answeredWith([primary.answeredAt, follower.answeredAt], lastSaidAt);
  const leads = countedAnew(primary, { ...primary, ...answered }, at);
  const history = primary.history && follower.history;
  await cases.updateOne(
    { _id: primary._id },
    { $set: { history, lastSaidAt, ...answered, ...leads.set } },
    { session },
  );
  await writeTallyChanges(db, [...follows.changes, ...leads.changes], session);
  await appendWithin(
    db,
    followerId,
    { kind: 'continued in', ref: primary._id, name: null, facts: { by }, at },
    session,
  );
  await appendWithin(
    db,
    primary._id,
    { kind: 'message', ref: followerId, name: 'case joined', facts: { by }, at },
    session,
  );
  return primary._id;
}

/** The case that a case goes on in, through as many links as there are; itself if it goes on nowhere else. */
export async function endOfChain(db: Database, start: CaseDoc, session: ClientSession): Promise<CaseDoc> {
  let end = start;
  while (end.primaryCaseId !== null) end = await known(db, end.primaryCaseId, session);
  return end;
}

async function known(db: Database, caseId: string, session: ClientSession): Promise<CaseDoc> {
  const found = await db.models.cases.findById(caseId).session(session).lean();
  if (found === null) throw noSuchCase();
  return found;
}

export function noSuchCase(): StoreProblem {
  return new StoreProblem('not found', 'There is no such case.', 'Look it up in the list of cases.');
}
