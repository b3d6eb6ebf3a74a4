import type { Database } from '../database.ts';
import { untilWritten } from '../transaction.ts';

/** See CaseStore.undelivered. */
export async function undelivered(db: Database, limit: number, olderThan: Date | undefined) {
  const docs = await db.models.cases
    .find({ undelivered: true, ...(olderThan !== undefined && { undeliveredSince: { $lt: olderThan } }) })
    .select({ lastSeq: 1 })
    .sort({ undeliveredSince: 1 })
    .limit(limit)
    .lean();
  return docs.map((doc) => ({ caseId: doc._id, seq: doc.lastSeq }));
}

/** See CaseStore.markDelivered. One update of one document, computed from what it holds then. */
export async function markDelivered(
  db: Database,
  caseId: string,
  seq: number,
  revision: string | null = null,
): Promise<void> {
  const deliveredSeq = { $max: ['$deliveredSeq', { $min: ['$lastSeq', seq] }] };
  const isUndelivered = { $gt: ['$lastSeq', deliveredSeq] };
  await untilWritten(() =>
    db.models.cases.updateOne(
      { _id: caseId },
      [
        {
          $set: {
            deliveredSeq,
            revision: { $ifNull: ['$revision', revision] },
            undelivered: isUndelivered,
            undeliveredSince: { $cond: [isUndelivered, '$undeliveredSince', null] },
            owesSince: {
              $cond: [
                { $gt: [deliveredSeq, '$seenSeq'] },
                { $ifNull: ['$owesSince', db.machineNow()] },
                '$owesSince',
              ],
            },
          },
        },
      ],
      { updatePipeline: true },
    ),
  );
}
