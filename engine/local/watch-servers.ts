import mongoose from 'mongoose';
import { isDiskFull, isDiskLow } from './disk.ts';
import type { ServerProcess } from './server-process.ts';

const LOOK_MS = 5_000;
/** So many refused writes in a row are no accident. */
const MOST_REFUSED = 2;
const PROBE_DATABASE = 'earshot_probe';

export interface Watched {
  /** Those that were started here. */
  readonly servers: readonly ServerProcess[];
  /** The MongoDB among them; null when it was started elsewhere. */
  readonly mongodbUri: string | null;
  /** Where all of it is kept. */
  readonly folder: string;
  /** Told once while room gets scarce. */
  readonly notice: (sentence: string) => void;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

export interface ServerWatch {
  /** Resolves with the sentence that says why nothing can go on; never while all is well. */
  readonly cannotGoOn: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Watches over what Earshot stands on: servers that end by themselves, a disk that fills up, and a MongoDB that still
 * answers but takes no write any more (after a full disk some engines stay so until they are started again).
 */
export function watchServers({
  servers,
  mongodbUri,
  folder,
  notice,
  everyMs = LOOK_MS,
}: Watched): ServerWatch {
  const client =
    mongodbUri === null
      ? null
      : new mongoose.mongo.MongoClient(mongodbUri, { serverSelectionTimeoutMS: 1_000, maxPoolSize: 1 });
  let isStopped = false;
  let isTold = false;
  let refused = 0;
  let next: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> = Promise.resolve();

  const gone = Promise.race(
    servers.map((server) =>
      server.gone.then(() =>
        isDiskFull(folder)
          ? stops(
              `${server.name} ended by itself, for there is hardly any room left on the disk of ${folder}`,
            )
          : `${server.name} ended by itself, so Earshot stops ("${server.lastWords()}"): start it again, all data is kept.`,
      ),
    ),
  );
  const broken = new Promise<string>((resolve) => {
    async function look(): Promise<void> {
      if (isDiskFull(folder)) return resolve(stops(`There is hardly any room left on the disk of ${folder}`));
      if (!isTold && isDiskLow(folder)) {
        isTold = true;
        notice(`The disk of ${folder} is nearly full; Earshot stops before it is: make room.`);
      }
      const refusal = client === null ? null : await refusedWrite(client);
      refused = refusal === null ? 0 : refused + 1;
      if (refused >= MOST_REFUSED)
        return resolve(
          `MongoDB takes no write any more ("${refusal}"), so Earshot stops: start it again, all data is kept.`,
        );
      again();
    }
    function again(): void {
      if (isStopped) return;
      next = setTimeout(() => {
        looking = look();
      }, everyMs);
      next.unref();
    }
    again();
  });
  return {
    cannotGoOn: Promise.race([gone, broken]),
    async stop() {
      isStopped = true;
      clearTimeout(next);
      await looking;
      await client?.close();
    },
  };
}

function stops(what: string): string {
  return `${what}, so Earshot stops: make room and start it again, all data is kept.`;
}

/** What MongoDB says against a small write; null when it takes it, or says nothing at all. */
async function refusedWrite(client: mongoose.mongo.MongoClient): Promise<string | null> {
  try {
    const writes = client.db(PROBE_DATABASE).collection<{ _id: string; at: Date }>('writes');
    await writes.replaceOne({ _id: 'last' }, { at: new Date() }, { upsert: true, maxTimeMS: 5_000 });
    return null;
  } catch (error) {
    return error instanceof mongoose.mongo.MongoServerError ? error.message.slice(0, 200) : null;
  }
}
