import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { portFor } from './free-port.ts';
import { LocalProblem } from './local-problem.ts';
import { engineOf } from './mongo-recipe.ts';
import type { MongoEngine } from './mongo-recipe.ts';
import { startServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';
import { waitUntil } from './wait-until.ts';
import { writeWhole } from './whole-file.ts';

/** The name its process goes by. */
export const MONGODB = 'MongoDB';
const START_LIMIT_MS = 60_000;
const REPLICA_SET = 'earshot';
const ALREADY_INITIALISED = 23;

/** Which engine wrote the data of this folder; null for a new one. */
export function engineOfData(folder: string): MongoEngine | null {
  const file = join(folder, 'engine');
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8').trim() === 'mongod' ? 'mongod' : 'secantusd-rs';
}

/** Starts a MongoDB server on a folder, as a replica set of one (transactions and change streams need that). */
export async function startMongo(options: {
  program: string;
  folder: string;
  logFile: string;
  port?: number;
}): Promise<ServerProcess & { readonly uri: string }> {
  const port = await portFor('MongoDB', options.port);
  const engine = engineOf(options.program);
  const data = join(options.folder, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeWhole(join(options.folder, 'engine'), `${engine}\n`);
  const server = await startServerProcess(
    MONGODB,
    options.program,
    serverArguments(engine, data, port),
    options.logFile,
  );
  const ready = await waitUntil(() => makeWritable(engine, port), START_LIMIT_MS, server.gone);
  if (!ready) {
    server.kill();
    throw new LocalProblem(
      'server did not start',
      'MongoDB did not start',
      `its log ${options.logFile} ends with "${server.lastWords()}"`,
    );
  }
  return { ...server, uri: `mongodb://127.0.0.1:${port}/?directConnection=true` };
}

function serverArguments(engine: MongoEngine, data: string, port: number): readonly string[] {
  if (engine === 'mongod') {
    return [
      ...['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', REPLICA_SET],
      ...['--quiet', '--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '256'],
    ];
  }
  // Without --sync-on-commit an acknowledged write can be lost when the program is killed.
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--storage-path', data],
    ...['--sync-on-commit', '--cache-size', '512M', '--log-level', 'WARNING'],
  ];
}

/** True once it takes writes; a mongod becomes a replica set of one first. Rejects while it does not answer. */
async function makeWritable(engine: MongoEngine, port: number): Promise<true> {
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}`, {
    directConnection: true,
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    const admin = client.db('admin');
    if (engine === 'mongod') {
      const config = { _id: REPLICA_SET, members: [{ _id: 0, host: `127.0.0.1:${port}` }] };
      await admin.command({ replSetInitiate: config }).catch(async (error: unknown) => {
        if (!(error instanceof mongoose.mongo.MongoServerError && error.code === ALREADY_INITIALISED))
          throw error;
        await moveReplicaSet(admin, port);
      });
    }
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] !== true) throw new Error('not writable yet');
    return true;
  } finally {
    await client.close();
  }
}

/** A replica set remembers its member's port; after a start on another one it must be told, or elects nobody. */
async function moveReplicaSet(admin: mongoose.mongo.Db, port: number): Promise<void> {
  const { config } = await admin.command({ replSetGetConfig: 1 });
  const host = `127.0.0.1:${port}`;
  if (config.members[0].host === host) return;
  const moved = { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] };
  await admin.command({ replSetReconfig: moved, force: true });
}
