import mongoose, { type Connection } from 'mongoose';
import { nanoid } from 'nanoid';
import { createLane, type Lane } from './lane.ts';
import { modelsOf, type Models } from './models/models.ts';

/** What every question of the store stands on: one connection, its collections, the clock, and a source of ids. */
export interface Database {
  readonly connection: Connection;
  readonly models: Models;
  /** Where transactions of this process that met another one try again, one at a time: they would meet again. */
  readonly secondTries: Lane;
  /** What is recorded is dated with this; a sample day's is the story's. */
  now(): Date;
  /** The machine's clock, for leases, signs of life and whatever is overdue. */
  machineNow(): Date;
  /** A random id of 21 characters, none of them a dot. */
  newId(): string;
}

/** How long a question waits for a server before it is refused; a few seconds, so that a caller can say so. */
const SERVER_SELECTION_MS = 3_000;
const CONNECT_MS = 3_000;

/** Connects. Rejects with the driver's error if no server answers. */
export async function connectDatabase(
  uri: string,
  database: string,
  clocks: Pick<Database, 'now' | 'machineNow'>,
  mostConnections?: number,
): Promise<Database> {
  const connection = mongoose.createConnection(uri, {
    dbName: database,
    serverSelectionTimeoutMS: SERVER_SELECTION_MS,
    connectTimeoutMS: CONNECT_MS,
    ignoreUndefined: true,
    autoIndex: false,
    autoCreate: false,
    w: 'majority',
    ...(mostConnections !== undefined && { maxPoolSize: mostConnections }),
  });
  const models = modelsOf(connection);
  try {
    await connection.asPromise();
  } catch (error) {
    await connection.destroy();
    throw error;
  }
  return { connection, models, secondTries: createLane(), ...clocks, newId: () => nanoid(21) };
}
