import { NO_COUNTS, type RegisterCounts } from '../../identity/register/counts.ts';
import { planRegister, type RegisterPlan } from '../../identity/register/plan.ts';
import type { Database } from '../database.ts';
import { untilWritten } from '../transaction.ts';

/** The plan that counts now, and what was counted when it was made. */
export interface CurrentPlan {
  readonly id: string;
  readonly plan: RegisterPlan;
  readonly counts: RegisterCounts;
}

/** Where no customers have been counted yet. */
const FIRST: CurrentPlan = { id: 'first', plan: planRegister([], 0), counts: NO_COUNTS };

/** Answers the current plan; the documents are large, so they are read again only when there is a newer one. */
export function planReader(db: Database): () => Promise<CurrentPlan> {
  const { registerPlans } = db.models;
  let known: CurrentPlan = FIRST;
  return async () => {
    const newest = await registerPlans.findOne().sort({ n: -1 }).select({ _id: 1 }).lean();
    if (newest === null) return FIRST;
    if (newest._id === known.id) return known;
    const doc = await registerPlans.findById(newest._id).lean();
    if (doc === null) return known;
    const common = new Map(doc.common.map((hash, at) => [hash, doc.commonCounts[at] ?? 0]));
    const counts = { records: doc.records, said: doc.said, common, large: new Set(doc.large) };
    known = { id: doc._id, plan: doc.plan, counts };
    return known;
  };
}

/** Makes a plan the one that counts. */
export async function keepPlan(db: Database, { id, plan, counts }: CurrentPlan): Promise<void> {
  const { registerPlans } = db.models;
  const { records, said, common, large } = counts;
  await untilWritten(async () => {
    const before = await registerPlans.findOne().sort({ n: -1 }).select({ n: 1 }).lean();
    await registerPlans.insertMany(
      [
        {
          _id: id,
          n: (before?.n ?? 0) + 1,
          at: db.now(),
          plan,
          records,
          said: [...said],
          common: [...common.keys()],
          commonCounts: [...common.values()],
          large: [...large],
        },
      ],
      { lean: true },
    );
  });
}
