import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import type { TallyDoc } from '../models/tally.ts';
import { inTransaction } from '../transaction.ts';
import { BEFORE, byTally, HALF_HOUR_MS, KEPT_MS, summedUp, type TallyChange } from './tallies-of-case.ts';

/** The document that numbers the folds, and names the last one that did away with half hours. */
export const FOLDS = 'folds';
export const AGED = 'aged';

/** Changes folded at once: few enough to be done within a moment. */
const AT_ONCE = 500;
const AGED_AT_ONCE = 50;

/** See TallyStore.fold. Two who fold at once are in each other's way, and the second finds nothing left of it. */
export function fold(db: Database): Promise<number> {
  return inTransaction(db, async (session) => {
    const { tallyChanges, tallies } = db.models;
    const docs = await tallyChanges
      .find({ _id: { $gt: '' } })
      .sort({ _id: 1 })
      .limit(AT_ONCE)
      .session(session)
      .lean();
    const aged = await agedTallies(db, session);
    if (docs.length === 0 && aged.length === 0) return 0;
    const number = await nextFold(db, aged.length > 0, session);
    const gone = new Set(aged.map(({ _id }) => _id));
    const changes = docs
      .flatMap((doc) => doc.changes)
      .map((change) => (gone.has(change.tally) ? { ...change, tally: BEFORE } : change));
    const grownOld = aged.flatMap((doc) => changesOf(doc)).map((change) => ({ ...change, tally: BEFORE }));
    await add(db, summedUp([...changes, ...grownOld]), number, session);
    if (gone.size > 0) await tallies.deleteMany({ _id: { $in: [...gone] } }, { session });
    if (docs.length > 0)
      await tallyChanges.deleteMany({ _id: { $in: docs.map(({ _id }) => _id) } }, { session });
    return docs.length;
  });
}

/** What a tally counts, as changes from nothing. */
export function changesOf({ _id: tally, counts }: TallyDoc): readonly TallyChange[] {
  return counts.map(({ key, n }) => ({ tally, key, by: n }));
}

/** Half hours that nobody asks about apart any more. */
function agedTallies(db: Database, session: ClientSession): Promise<TallyDoc[]> {
  const oldest = new Date(db.now().getTime() - KEPT_MS - HALF_HOUR_MS).toISOString();
  // Half hours begin with a digit; the names of the other tallies come after them.
  return db.models.tallies
    .find({ _id: { $gt: '', $lt: oldest } })
    .sort({ _id: 1 })
    .limit(AGED_AT_ONCE)
    .session(session)
    .lean();
}

async function nextFold(db: Database, isAging: boolean, session: ClientSession): Promise<number> {
  const { tallies } = db.models;
  const before = await tallies.findById(FOLDS).session(session).lean();
  const number = (before?.fold ?? 0) + 1;
  const counts = isAging ? [{ key: AGED, n: number }] : (before?.counts ?? []);
  await tallies.updateOne({ _id: FOLDS }, { $set: { fold: number, counts } }, { session, upsert: true });
  return number;
}

async function add(
  db: Database,
  changes: readonly TallyChange[],
  number: number,
  session: ClientSession,
): Promise<void> {
  const { tallies } = db.models;
  const names = [...new Set(changes.map(({ tally }) => tally))];
  const before = await tallies
    .find({ _id: { $in: names } })
    .session(session)
    .lean();
  const after = byTally(summedUp([...before.flatMap(changesOf), ...changes]));
  const writes = names.map((name) => ({
    updateOne: {
      filter: { _id: name },
      update: {
        $set: { fold: number, counts: (after.get(name) ?? []).map(({ key, by }) => ({ key, n: by })) },
      },
      upsert: true,
    },
  }));
  if (writes.length > 0) await tallies.bulkWrite(writes, { session });
}
