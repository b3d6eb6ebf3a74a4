import type { OverdueCase } from '../cases.ts';
import type { Database } from '../database.ts';
import { iso } from '../iso.ts';
import { untilWritten } from '../transaction.ts';

/** How late a run may be before somebody looks. */
const GRACE_MS = 30_000;
const MOST_OVERDUE = 200;

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
export async function markDelivered(db: Database, caseId: string, seq: number): Promise<void> {
  const deliveredSeq = { $max: ['$deliveredSeq', { $min: ['$lastSeq', seq] }] };
  const isUndelivered = { $gt: ['$lastSeq', deliveredSeq] };
  await untilWritten(() =>
    db.models.cases.updateOne(
      { _id: caseId },
      [
        {
          $set: {
            deliveredSeq,
            undelivered: isUndelivered,
            undeliveredSince: { $cond: [isUndelivered, '$undeliveredSince', null] },
            unseenSince: {
              $cond: [
                { $gt: [deliveredSeq, '$seenSeq'] },
                { $ifNull: ['$unseenSince', db.machineNow()] },
                null,
              ],
            },
          },
        },
      ],
      { updatePipeline: true },
    ),
  );
}

/** See CaseStore.overdue. */
export async function overdue(
  db: Database,
  now: Date,
  limit = MOST_OVERDUE,
): Promise<readonly OverdueCase[]> {
  const before = { $gt: new Date(0), $lt: new Date(now.getTime() - GRACE_MS) };
  const { cases } = db.models;
  const asleep = await cases
    .find({ wakesAt: before })
    .select({ revision: 1, wakesAt: 1 })
    .sort({ wakesAt: 1 })
    .limit(limit)
    .lean();
  const deaf = await cases
    .find({ unseenSince: before })
    .select({ revision: 1, unseenSince: 1 })
    .sort({ unseenSince: 1 })
    .limit(limit)
    .lean();
  return [
    ...asleep.map((doc) => ({
      caseId: doc._id,
      revision: doc.revision,
      why: 'did not wake' as const,
      since: iso(doc.wakesAt ?? now),
    })),
    ...deaf.map((doc) => ({
      caseId: doc._id,
      revision: doc.revision,
      why: 'did not see what was delivered' as const,
      since: iso(doc.unseenSince ?? now),
    })),
  ];
}
