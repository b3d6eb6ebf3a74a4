import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import { summedUp, type TallyChange } from './tallies-of-case.ts';

/**
 * Keeps what a transaction changes in the tallies, within it. It is only appended: transactions that count the same
 * are in nobody's way.
 */
export async function writeTallyChanges(
  db: Database,
  changes: readonly TallyChange[],
  session: ClientSession,
): Promise<void> {
  const summed = summedUp(changes);
  if (summed.length === 0) return;
  await db.models.tallyChanges.insertMany([{ _id: db.newId(), changes: summed }], { session, lean: true });
}
