import { mongo } from 'mongoose';
import type { Database } from '../database.ts';
import type { CustomerDoc } from '../models/customer.ts';
import { searchWords } from '../search-words.ts';

/** Writes many records at once; those that were known keep their ids. Answers how many were not. */
export async function writeCustomers(
  db: Database,
  docs: readonly Omit<CustomerDoc, '_id' | 'nameWords'>[],
): Promise<number> {
  if (docs.length === 0) return 0;
  const { customers } = db.models;
  const whole = docs.map((doc) => ({
    ...doc,
    nameWords: searchWords([doc.accountNumber, doc.name, doc.email]),
  }));
  const refused = await insertAll(db, whole);
  const again = refused.flatMap((at) => whole[at] ?? []);
  if (again.length > 0)
    await customers.bulkWrite(
      again.map(({ crm, accountNumber, ...said }) => ({
        updateOne: { filter: { crm, accountNumber }, update: { $set: said } },
      })),
      { ordered: true },
    );
  return docs.length - refused.length;
}

/** Inserts all that are not there; answers the places of those that are. */
async function insertAll(
  db: Database,
  docs: readonly Omit<CustomerDoc, '_id'>[],
): Promise<readonly number[]> {
  const fresh = docs.map((doc): CustomerDoc => ({ _id: db.newId(), ...doc }));
  try {
    // Past mongoose, which takes longer to look over a document than the server to write it.
    await db.models.customers.collection.insertMany(fresh as never, { ordered: false });
    return [];
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    const failed = [error.writeErrors].flat();
    if (failed.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
    return failed.map(({ index }) => index);
  }
}

const DUPLICATE_KEY = 11_000;
