import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';
import { afterAll, describe, expect, it } from 'vitest';
import { cacheFolder, homeFolder } from '../../engine/local/folders.ts';
import { stopLeftoverServers } from '../../engine/local/leftover-servers.ts';
import { mongoRecipe } from '../../engine/local/mongo-recipe.ts';
import { engineOfData } from '../../engine/local/mongo-server.ts';
import { isAlive } from '../../engine/local/process-lock.ts';
import { plainLines } from '../../engine/local/progress.ts';
import { startServers } from '../../engine/local/servers.ts';
import { temporalRecipe } from '../../engine/local/temporal-recipe.ts';

const cache = cacheFolder(process.env);
const {
  TEMPORAL_ADDRESS: _temporal,
  MONGODB_URI: _mongo,
  TEMPORAL_NAMESPACE: _namespace,
  ...env
} = process.env;
const programs = await Promise.all([temporalRecipe.find(cache, env), mongoRecipe(null).find(cache, env)]);
const start = (home: string, more: NodeJS.ProcessEnv = {}) =>
  startServers({
    home: homeFolder({ EARSHOT_HOME: home }),
    cache,
    env: { ...env, ...more },
    progress: plainLines(() => undefined),
    signal: new AbortController().signal,
  });
const homes: string[] = [];
const newHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'earshot-servers-test-'));
  homes.push(home);
  return home;
};
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

async function inDatabase<T>(
  uri: string,
  ask: (collection: mongoose.mongo.Collection) => Promise<T>,
): Promise<T> {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  try {
    return await ask(client.db('test').collection('things'));
  } finally {
    await client.close();
  }
}

describe.skipIf(programs.includes(null))('the servers of one machine', () => {
  it('start side by side, keep runs for 90 days, and have all their data at the next start', async () => {
    const home = newHome();
    const first = await start(home);
    const connection = await Connection.connect({ address: first.temporalAddress });
    const namespace = await connection.workflowService.describeNamespace({ namespace: 'earshot' });
    const attributes = await connection.operatorService.listSearchAttributes({ namespace: 'earshot' });
    await connection.close();
    // Temporal's own pages are up as well, on this machine alone.
    expect(first.temporalUi).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${first.temporalUi}/api/v1/namespaces/earshot`)).status).toBe(200);
    expect(await (await fetch(`${first.temporalUi}/`)).text()).toContain('<html');
    expect(namespace.config?.workflowExecutionRetentionTtl?.seconds?.toString()).toBe(String(90 * 86_400));
    expect(Object.keys(attributes.customAttributes ?? {})).toEqual(
      expect.arrayContaining(['EarshotBrand', 'EarshotChannel']),
    );
    await inDatabase(first.mongodbUri, (things) => things.insertOne({ name: 'kept' }));
    for (const server of first.started) await server.stop();
    expect(first.started.map(({ pid }) => isAlive(pid))).toEqual([false, false]);
    expect(engineOfData(homeFolder({ EARSHOT_HOME: home }).mongoFolder)).not.toBeNull();

    const second = await start(home);
    expect(await inDatabase(second.mongodbUri, (things) => things.countDocuments({ name: 'kept' }))).toBe(1);
    await Promise.all(second.started.map((server) => server.stop()));
  });

  it('named by the environment are used, and not started', async () => {
    const one = await start(newHome());
    const named = await start(newHome(), {
      TEMPORAL_ADDRESS: one.temporalAddress,
      MONGODB_URI: one.mongodbUri,
    });
    expect(named.started).toEqual([]);
    expect(named.temporalAddress).toBe(one.temporalAddress);
    expect(named.temporalUi).toBeNull();
    const told = await start(newHome(), {
      TEMPORAL_ADDRESS: one.temporalAddress,
      MONGODB_URI: one.mongodbUri,
      EARSHOT_TEMPORAL_UI: 'https://temporal.example',
    });
    expect(told.temporalUi).toBe('https://temporal.example');
    await Promise.all(one.started.map((server) => server.stop()));
  });

  it('that cannot start leave nothing running', async () => {
    const one = await start(newHome());
    const [, port] = one.temporalAddress.split(':');
    await expect(start(newHome(), { EARSHOT_TEMPORAL_PORT: port })).rejects.toThrow(
      `Port ${port} of this machine is in use`,
    );
    await Promise.all(one.started.map((server) => server.stop()));
  });

  it('left behind by a killed Earshot are stopped, and nothing else is', async () => {
    const home = newHome();
    const left = await start(home);
    const pids = left.started.map(({ pid }) => pid);
    const elsewhere = homeFolder({ EARSHOT_HOME: newHome() });
    mkdirSync(elsewhere.logs, { recursive: true });
    for (const pid of [...pids, process.pid]) writeFileSync(join(elsewhere.logs, `${pid}.pid`), String(pid));
    await stopLeftoverServers(elsewhere);
    expect(pids.map(isAlive)).toEqual([true, true]);
    await stopLeftoverServers(homeFolder({ EARSHOT_HOME: home }));
    expect(pids.map(isAlive)).toEqual([false, false]);
  });
});
