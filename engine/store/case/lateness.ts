import type { Lateness, LateCase } from '../cases.ts';
import type { Database } from '../database.ts';
import { instant, iso } from '../iso.ts';
import { keysetPage } from '../keyset.ts';
import type { Page, PageRequest } from '../page.ts';
import { untilWritten } from '../transaction.ts';

/** See CaseStore.expectReport. */
export async function expectReport(db: Database, caseId: string): Promise<void> {
  const now = db.machineNow();
  await untilWritten(() =>
    db.models.cases.updateOne({ _id: caseId, owesSince: null }, { $set: { owesSince: now } }),
  );
}

/** See CaseStore.owesNothing. */
export async function owesNothing(db: Database, caseId: string, since: string): Promise<void> {
  const owesSince = { $cond: [{ $gt: ['$deliveredSeq', '$seenSeq'] }, '$owesSince', null] };
  await untilWritten(() =>
    db.models.cases.updateOne({ _id: caseId, owesSince: instant(since) }, [{ $set: { owesSince } }], {
      updatePipeline: true,
    }),
  );
}

const FIELD = { 'did not wake': 'wakesAt', 'did not report': 'owesSince' } as const satisfies {
  readonly [why in Lateness]: string;
};

/** See CaseStore.late. */
export async function late(
  db: Database,
  why: Lateness,
  before: Date,
  page: PageRequest,
): Promise<Page<LateCase>> {
  const field = FIELD[why];
  const found = await keysetPage(
    [
      [field, 1],
      ['_id', 1],
    ],
    page,
    (after, by, limit) =>
      db.models.cases
        .find({ [field]: { $gt: new Date(0), $lt: before }, ...after })
        .select({ [field]: 1 })
        .sort(by)
        .limit(limit)
        .lean(),
  );
  return {
    items: found.items.map((doc) => ({ caseId: doc._id, since: iso(doc[field] ?? before) })),
    next: found.next,
  };
}
