import { isDeepStrictEqual } from 'node:util';
import type { ClientSession } from 'mongoose';
import type { Database } from '../database.ts';
import { bareCollection, docsWith } from './documents-of.ts';
import type { CollectionName, Emptied, EmptiedBy, Erasing, Standing, StoredDoc } from './standing.ts';

/** What a document is to hold instead; null when there is nothing to change in it. */
export function changesOf(
  doc: StoredDoc,
  { personal, stamp }: Pick<Standing, 'personal' | 'stamp'>,
  erasing: Erasing,
  at: Date,
): Record<string, unknown> | null {
  const set: Record<string, unknown> = {};
  for (const [field, emptied] of Object.entries(personal)) {
    // A field that an older Earshot did not write says nothing.
    if (doc[field] === undefined) continue;
    const value = isFunction(emptied) ? emptied(doc, erasing) : emptied;
    if (!isDeepStrictEqual(value, doc[field])) set[field] = value;
  }
  if (stamp !== undefined && (doc[stamp] ?? null) === null) set[stamp] = at;
  return Object.keys(set).length === 0 ? null : set;
}

/** Empties the documents with these ids within a transaction; answers how many held something. */
export async function emptyDocuments(
  db: Database,
  name: CollectionName,
  ids: readonly string[],
  how: {
    readonly standing: Pick<Standing, 'personal' | 'stamp' | 'unique' | 'goes'>;
    readonly erasing: Erasing;
    readonly at: Date;
  },
  session: ClientSession,
): Promise<number> {
  const { standing, erasing, at } = how;
  if (standing.goes === true) {
    const gone = await bareCollection(db, name).deleteMany({ _id: { $in: [...ids] } }, { session });
    return gone.deletedCount;
  }
  const changed = (await docsWith(db, name, ids, session)).flatMap((doc) => {
    const set = changesOf(doc, standing, erasing, at);
    return set === null ? [] : [{ doc, set }];
  });
  const isKey = (field: string): boolean => standing.unique?.includes(field) === true;
  const rekeyed = changed.filter(({ set }) => Object.keys(set).some(isKey));
  const others = changed.filter(({ set }) => !Object.keys(set).some(isKey));
  const collection = bareCollection(db, name);
  if (rekeyed.length > 0) {
    // Not every server that we run on lets go of a unique key when a document changes: the old one would stay in its
    // index and be in the way of whoever comes back. Taken out and put in again, it does.
    await collection.deleteMany({ _id: { $in: rekeyed.map(({ doc }) => doc._id) } }, { session });
    await collection.insertMany(
      rekeyed.map(({ doc, set }) => ({ ...doc, ...set })),
      { session },
    );
  }
  if (others.length > 0)
    await collection.bulkWrite(
      others.map(({ doc, set }) => ({ updateOne: { filter: { _id: doc._id }, update: { $set: set } } })),
      { session },
    );
  return changed.length;
}

function isFunction(emptied: Emptied): emptied is EmptiedBy {
  return typeof emptied === 'function';
}
