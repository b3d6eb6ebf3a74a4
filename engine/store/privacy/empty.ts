import { isDeepStrictEqual } from 'node:util';
import type { ClientSession, mongo } from 'mongoose';
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
    readonly standing: Pick<Standing, 'personal' | 'stamp' | 'unique'>;
    readonly erasing: Erasing;
    readonly at: Date;
  },
  session: ClientSession,
): Promise<number> {
  const { standing, erasing, at } = how;
  const docs = await docsWith(db, name, ids, session);
  const writes = docs.flatMap((doc): Write[][] => {
    const set = changesOf(doc, standing, erasing, at);
    return set === null ? [] : [writesOf(doc, set, standing.unique ?? [])];
  });
  if (writes.length > 0) await bareCollection(db, name).bulkWrite(writes.flat(), { session });
  return writes.length;
}

type Write = mongo.AnyBulkWriteOperation<StoredDoc>;

/**
 * Not every server that we run on lets go of a unique key when a document changes: the old one would stay in its index
 * and be in the way of whoever comes back. Taken out and put in again, it does.
 */
function writesOf(doc: StoredDoc, set: Record<string, unknown>, unique: readonly string[]): Write[] {
  const filter = { _id: doc._id };
  if (!unique.some((field) => field in set)) return [{ updateOne: { filter, update: { $set: set } } }];
  return [{ deleteOne: { filter } }, { insertOne: { document: { ...doc, ...set } } }];
}

function isFunction(emptied: Emptied): emptied is EmptiedBy {
  return typeof emptied === 'function';
}
