import type { Database } from './database.ts';
import { addFindWords } from './find-words-step.ts';
import { StoreProblem } from './problem.ts';
import { untilWritten } from './transaction.ts';

/** Form of the data set that this Earshot writes. Raise it with a step in `STEPS` that leads there. */
export const DATA_VERSION = 2;

/** From version n to n + 1, by n. Each may run twice (a process may die within), and must then change nothing. */
const STEPS: { readonly [from: number]: (db: Database) => Promise<void> } = { 1: addFindWords };

const ID = 'data set';

/** Marks a new data set, leads an older one on, refuses a newer one. */
export async function settleDataVersion(db: Database): Promise<void> {
  const { meta } = db.models;
  await untilWritten(() =>
    meta.updateOne({ _id: ID }, { $setOnInsert: { schemaVersion: DATA_VERSION } }, { upsert: true }),
  );
  const found = await meta.findById(ID).lean();
  let version = found?.schemaVersion ?? DATA_VERSION;
  if (version > DATA_VERSION) {
    throw new StoreProblem(
      'newer data',
      `This data set has version ${version}; this Earshot knows versions up to ${DATA_VERSION}.`,
      'Start the newer Earshot that wrote it, or name another data set.',
    );
  }
  for (; version < DATA_VERSION; version++) {
    await STEPS[version]?.(db);
    await meta.updateOne({ _id: ID, schemaVersion: version }, { $set: { schemaVersion: version + 1 } });
  }
}
