import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import type { PlaceOfStandstill } from '../incidents.ts';
import { inTransaction } from '../transaction.ts';
import { noSuchCase } from './link.ts';

/** The one incident of a case that its run did not raise itself. */
export function outsideId(caseId: string): string {
  return `${caseId}.outside`;
}

const OVER = new Set(['closed', 'continued']);

/** See IncidentStore.raiseFromOutside. */
export async function raiseFromOutside(
  db: Database,
  caseId: string,
  code: string,
  place: PlaceOfStandstill | null,
): Promise<void> {
  const { incidents, cases } = db.models;
  const _id = outsideId(caseId);
  await inTransaction(db, async (session) => {
    const found = await cases.findById(caseId).session(session).lean();
    if (found === null) throw noSuchCase();
    const open = await incidents.findOne({ _id, status: 'open' }).session(session).lean();
    if (OVER.has(found.status) || (open !== null && open.code === code)) return;
    const { scope = '', flow = '', node = '' } = place ?? {};
    const raised = {
      ...{ caseId, revision: found.revision ?? '', scope, flow, node, kind: 'host', code, message: '' },
      ...{ at: open?.at ?? db.now(), status: 'open' as const, clearedAt: null, fromOutside: true },
      before: open?.before ?? { status: found.status, progressVersion: found.progressVersion },
    };
    await incidents.updateOne({ _id }, { $set: raised }, { upsert: true, session });
    await cases.updateOne({ _id: caseId }, { $set: { status: 'stuck', changedAt: db.now() } }, { session });
  });
}

/** See IncidentStore.clearFromOutside. */
export async function clearFromOutside(db: Database, caseId: string): Promise<void> {
  await inTransaction(db, async (session) => {
    const before = await clearWithin(db, caseId, session);
    if (before === null) return;
    // What the run has said of itself since then counts more than how the case stood.
    await db.models.cases.updateOne(
      { _id: caseId, status: 'stuck', progressVersion: before.progressVersion },
      { $set: { status: before.status, changedAt: db.now() } },
      { session },
    );
  });
}

/** Clears it if it is open; answers how the case stood before. */
export async function clearWithin(db: Database, caseId: string, session: ClientSession) {
  const cleared = await db.models.incidents.findOneAndUpdate(
    { _id: outsideId(caseId), status: 'open' },
    { $set: { status: 'cleared', clearedAt: db.now() } },
    { session, returnDocument: 'before', lean: true },
  );
  return cleared?.before ?? null;
}
