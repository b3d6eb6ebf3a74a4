import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder, homeFolder } from '../../engine/local/folders.ts';
import { freePort } from '../../engine/local/free-port.ts';
import { mongoRecipe } from '../../engine/local/mongo-recipe.ts';
import { startMongo } from '../../engine/local/mongo-server.ts';
import type { ServerProcess } from '../../engine/local/server-process.ts';
import { temporalRecipe } from '../../engine/local/temporal-recipe.ts';
import { startTemporal } from '../../engine/local/temporal-server.ts';
import { limitTransactionLifetime } from '../../engine/store/transaction-lifetime.ts';

export type Which = 'temporal' | 'mongo';

/** Temporal and MongoDB of a test's own: each can be killed, and started again on its data and its port. */
export interface OwnServers {
  readonly mongodbUri: string;
  readonly temporalAddress: string;
  /** Ends it at once, as if the power went; resolves when it is gone. */
  kill(which: Which): Promise<void>;
  startAgain(which: Which): Promise<void>;
  close(): Promise<void>;
}

/** Their programs if they are on this machine already; null otherwise. */
export async function ownPrograms(): Promise<{ readonly temporal: string; readonly mongo: string } | null> {
  const cache = cacheFolder(process.env);
  const [temporal, mongo] = await Promise.all([
    temporalRecipe.find(cache, process.env),
    mongoRecipe(null).find(cache, process.env),
  ]);
  return temporal === null || mongo === null ? null : { temporal, mongo };
}

export async function startOwnServers(programs: {
  readonly temporal: string;
  readonly mongo: string;
}): Promise<OwnServers> {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-own-servers-'));
  const home = homeFolder({ EARSHOT_HOME: folder });
  const ports = { temporal: await freePort(), mongo: await freePort() };
  const start = {
    temporal: () =>
      startTemporal({
        program: programs.temporal,
        file: home.temporalFile,
        logFile: path.join(home.logs, 'temporal.log'),
        namespace: 'earshot',
        port: ports.temporal,
      }),
    async mongo() {
      const server = await startMongo({
        program: programs.mongo,
        folder: home.mongoFolder,
        logFile: path.join(home.logs, 'mongodb.log'),
        port: ports.mongo,
      });
      await limitTransactionLifetime(server.uri, 10);
      return server;
    },
  };
  const [temporal, mongo] = await Promise.all([start.temporal(), start.mongo()]);
  const running: Record<Which, ServerProcess> = { temporal, mongo };
  return {
    mongodbUri: mongo.uri,
    temporalAddress: temporal.address,
    async kill(which) {
      running[which].kill();
      await running[which].gone;
    },
    async startAgain(which) {
      running[which] = await start[which]();
    },
    async close() {
      await Promise.all(Object.values(running).map((server) => server.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
