import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import { keysetPage } from '../keyset.ts';
import { inTransaction, untilWritten } from '../transaction.ts';
import { PERSONAL_DATA } from './personal-data.ts';
import { emptyDocuments } from './empty.ts';
import { NOBODY } from './scope.ts';
import type { TakenAway } from './take-away.ts';

const AT_ONCE = 200;
/** The place at which records without a date are given one. */
const DATING = 'dating';

/** Whose record it is stays, so that links go on leading to it and it can be copied anew. */
const { accountNumber: _kept, ...SAID } = PERSONAL_DATA.customers.personal;
const STANDING = { personal: SAID };

/**
 * Empties customer records that were copied last before then; those of a case that is still in work stay. Records of
 * before it was kept when they were copied count from now on.
 */
export async function takeCustomersAway(
  db: Database,
  until: Date,
  place: string | null,
  count: (taken: number, session: ClientSession) => Promise<unknown>,
): Promise<TakenAway> {
  const { customers } = db.models;
  const isFirst = place === null || place === DATING;
  if (isFirst && (await someDated(db))) return { taken: 0, next: DATING };
  const found = await keysetPage(
    [
      ['asOf', 1],
      ['_id', 1],
    ],
    { limit: AT_ONCE, ...(!isFirst && { cursor: place }) },
    (after, by, limit) =>
      customers
        .find({ asOf: { $gt: new Date(0), $lt: until }, ...after })
        .sort(by)
        .limit(limit)
        .lean(),
  );
  const inWork = await ofCasesInWork(
    db,
    found.items.map(({ _id }) => _id),
  );
  const ids = found.items.map(({ _id }) => _id).filter((id) => !inWork.has(id));
  const taken = await inTransaction(db, async (session) => {
    const how = { standing: STANDING, erasing: { scope: NOBODY, words: new Set<string>() }, at: db.now() };
    const sum = await emptyDocuments(db, 'customers', ids, how, session);
    await customers.updateMany(
      { _id: { $in: ids } },
      { $set: { asOf: null, emptiedAt: db.now() } },
      { session },
    );
    if (sum > 0) await count(sum, session);
    return sum;
  });
  return { taken, next: found.next };
}

/** Dates some of the records that have no date; false when there are none. */
async function someDated(db: Database): Promise<boolean> {
  const { customers } = db.models;
  const undated = await customers
    .find({ asOf: null, emptiedAt: null })
    .select({ _id: 1 })
    .limit(5 * AT_ONCE)
    .lean();
  if (undated.length === 0) return false;
  const which = { _id: { $in: undated.map(({ _id }) => _id) }, asOf: null };
  await untilWritten(() => customers.updateMany(which, { $set: { asOf: db.now() } }));
  return true;
}

async function ofCasesInWork(db: Database, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const docs = await db.models.cases
    .find({ customerId: { $in: [...customerIds] }, status: { $nin: ['closed', 'continued'] } })
    .select({ customerId: 1 })
    .lean();
  return new Set(docs.flatMap(({ customerId }) => customerId ?? []));
}
