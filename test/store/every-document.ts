import { gunzipSync } from 'node:zlib';
import mongoose from 'mongoose';
import { mongoUri } from './fresh-store.ts';

/** Every document of a data set that holds what is sought, as JSON text after the name of its collection. */
export async function everyDocument(database: string, sought: RegExp): Promise<readonly string[]> {
  const connection = await mongoose.createConnection(mongoUri(), { dbName: database }).asPromise();
  const found: string[] = [];
  for (const { name } of await connection.listCollections()) {
    const docs = await connection.collection(name).find().toArray();
    for (const doc of docs) {
      const text = JSON.stringify(doc, (_key, value: unknown) => unpacked(value));
      if (sought.test(text)) found.push(`${name} ${text}`);
    }
  }
  await connection.close();
  return found.sort();
}

/** What is kept packed is read too: histories of runs are. */
function unpacked(value: unknown): unknown {
  if (!isPacked(value)) return value;
  try {
    return gunzipSync(Buffer.from(value.$binary.base64, 'base64')).toString('utf8');
  } catch {
    return value;
  }
}

function isPacked(value: unknown): value is { $binary: { base64: string } } {
  return typeof value === 'object' && value !== null && '$binary' in value;
}
