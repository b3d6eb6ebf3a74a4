import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import type { ArrivalDoc } from '../models/arrival.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Gives an arrival the case's next number, within a transaction. Answers the number. */
export async function appendWithin(
  db: Database,
  caseId: string,
  arrival: Pick<ArrivalDoc, 'kind' | 'ref' | 'name' | 'facts' | 'at'>,
  session: ClientSession,
): Promise<number> {
  const { cases, arrivals } = db.models;
  const now = db.now();
  const before = await cases.findOneAndUpdate(
    { _id: caseId },
    { $inc: { lastSeq: 1 }, $set: { undelivered: true, changedAt: now } },
    { session, returnDocument: 'before', projection: { lastSeq: 1, undeliveredSince: 1 }, lean: true },
  );
  if (before === null) throw new Error('An arrival was given to a case that is not there.');
  if (before.undeliveredSince === null)
    await cases.updateOne({ _id: caseId }, { $set: { undeliveredSince: now } }, { session });
  const seq = before.lastSeq + 1;
  const history = now.getTime() - arrival.at.getTime() > DAY_MS;
  await arrivals.insertMany([{ _id: db.newId(), caseId, seq, history, ...arrival }], { session, lean: true });
  return seq;
}
