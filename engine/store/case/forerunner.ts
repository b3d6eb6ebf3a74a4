import type { ClientSession } from 'mongoose';
import type { Progress } from '../../../definitions/model/case.ts';
import type { Database } from '../database.ts';

/**
 * A run that was lost (ended behind our back, or with the server's data) is followed by one that takes the case on
 * from its arrivals. It asks people anew, so what the lost one asked and was stuck at is void.
 */
export async function voidForerunner(
  db: Database,
  { caseId, life }: Progress,
  session: ClientSession,
): Promise<void> {
  const { tasks, incidents } = db.models;
  const isOf = ({ _id }: { readonly _id: string }) => !_id.startsWith(`${caseId}.${life}.`);
  const asked = (
    await tasks.find({ caseId, status: 'open' }).select({ _id: 1 }).session(session).lean()
  ).filter(isOf);
  if (asked.length > 0) {
    await tasks.updateMany(
      { _id: { $in: asked.map(({ _id }) => _id) } },
      { $set: { status: 'cancelled', closedAt: db.now() } },
      { session },
    );
  }
  const stuck = (
    await incidents
      .find({ caseId, status: 'open', fromOutside: false })
      .select({ _id: 1 })
      .session(session)
      .lean()
  ).filter(isOf);
  if (stuck.length > 0) {
    await incidents.updateMany(
      { _id: { $in: stuck.map(({ _id }) => _id) } },
      { $set: { status: 'cleared', clearedAt: db.now() } },
      { session },
    );
  }
}
