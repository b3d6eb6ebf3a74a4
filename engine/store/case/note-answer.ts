import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import { countedAnew } from '../tally/tallies-of-case.ts';
import { writeTallyChanges } from '../tally/write-changes.ts';
import { answeredWith } from './answered-with.ts';
import { endOfChain } from './link.ts';

/** Notes, within a transaction, that the company answered a case then; or the one that it goes on in. */
export async function noteAnswer(
  db: Database,
  caseId: string,
  at: Date,
  session: ClientSession,
): Promise<void> {
  const { cases } = db.models;
  const named = await cases.findById(caseId).session(session).lean();
  if (named === null) return;
  const end = await endOfChain(db, named, session);
  const answered = answeredWith([end.answeredAt, at], end.lastSaidAt);
  if (end.answeredAt?.getTime() === answered.answeredAt?.getTime()) return;
  const { set, changes } = countedAnew(end, { ...end, ...answered }, db.now());
  await cases.updateOne({ _id: end._id }, { $set: { ...answered, ...set } }, { session });
  await writeTallyChanges(db, changes, session);
}
