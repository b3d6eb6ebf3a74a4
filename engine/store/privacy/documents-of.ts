import type { ClientSession, mongo } from 'mongoose';
import type { Database } from '../database.ts';
import type { CollectionName, StoredDoc, Whose } from './standing.ts';
import { inChunks } from './scope.ts';

/** A collection as the driver knows it: documents of every sort are read and emptied in one way. */
export function bareCollection(db: Database, name: CollectionName): mongo.Collection<StoredDoc> {
  const { collectionName } = db.models[name].collection;
  const { db: database } = db.connection;
  if (database === undefined) throw new Error('The store is not open.');
  return database.collection<StoredDoc>(collectionName);
}

/** Ids of all documents that belong to somebody, each once, in the order in which they are found. */
export async function idsOf(
  db: Database,
  name: CollectionName,
  whose: readonly Whose[],
): Promise<readonly string[]> {
  const collection = bareCollection(db, name);
  const found = new Set<string>();
  for (const { field, ids, and = {} } of whose) {
    for (const part of inChunks(ids)) {
      const docs = await collection
        .find({ ...and, [field]: { $in: part } }, { projection: { _id: 1 } })
        .toArray();
      for (const doc of docs) found.add(doc._id);
    }
  }
  return [...found];
}

/** The documents with these ids, as far as they are there. */
export function docsWith(
  db: Database,
  name: CollectionName,
  ids: readonly string[],
  session?: ClientSession,
): Promise<readonly StoredDoc[]> {
  return bareCollection(db, name)
    .find({ _id: { $in: [...ids] } }, session === undefined ? {} : { session })
    .toArray();
}
