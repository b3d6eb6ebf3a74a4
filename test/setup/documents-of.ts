import mongoose from 'mongoose';
import { mongoUri } from '../api/served.ts';

/** How many documents each collection of a data set holds. */
export async function documentsOf(database: string): Promise<{ readonly [collection: string]: number }> {
  const open = await mongoose.createConnection(mongoUri(), { dbName: database }).asPromise();
  const collections = (await open.db?.listCollections().toArray()) ?? [];
  const counts: Record<string, number> = {};
  for (const { name } of collections) counts[name] = (await open.db?.collection(name).countDocuments()) ?? 0;
  await open.close();
  return counts;
}
