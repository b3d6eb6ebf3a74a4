import type { Database } from './database.ts';
import { searchWords } from './search-words.ts';

const AT_ONCE = 500;

/** Gives cases, profiles and customers the words by which they are found. Twice changes nothing. */
export async function addFindWords(db: Database): Promise<void> {
  const { cases, profiles, customers } = db.models;
  const titleless = { titleWords: { $exists: false } };
  const nameless = { nameWords: { $exists: false } };
  for (;;) {
    const found = await cases.find(titleless).select({ title: 1 }).limit(AT_ONCE).lean();
    if (found.length === 0) break;
    await cases.bulkWrite(found.map(({ _id, title }) => setting(_id, { titleWords: searchWords([title]) })));
  }
  for (;;) {
    const found = await profiles
      .find(nameless)
      .select({ handle: 1, name: 1, email: 1 })
      .limit(AT_ONCE)
      .lean();
    if (found.length === 0) break;
    await profiles.bulkWrite(
      found.map(({ _id, handle, name, email }) =>
        setting(_id, { nameWords: searchWords([handle, name, email]) }),
      ),
    );
  }
  for (;;) {
    const found = await customers
      .find(nameless)
      .select({ accountNumber: 1, name: 1, email: 1 })
      .limit(AT_ONCE)
      .lean();
    if (found.length === 0) break;
    await customers.bulkWrite(
      found.map(({ _id, accountNumber, name, email }) =>
        setting(_id, { nameWords: searchWords([accountNumber, name, email]) }),
      ),
    );
  }
}

function setting<S extends object>(id: string, set: S) {
  return { updateOne: { filter: { _id: id }, update: { $set: set } } };
}
