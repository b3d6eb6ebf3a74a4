import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureFirstPerson, FIRST_PERSON } from '../../engine/local/first-people.ts';
import { homeFolder } from '../../engine/local/folders.ts';
import { projectRoot } from '../../engine/local/project-root.ts';
import { releaseShippedFlow } from '../../engine/local/release-shipped.ts';
import { writeRuntime } from '../../engine/local/runtime-file.ts';
import { startService, type Service } from '../../engine/local/service.ts';
import { localAuth } from '../../engine/local/sign-in-link.ts';
import { openStore, type Store } from '../../engine/store/store.ts';

const run = promisify(execFile);

/** API and worker as processes of their own, as `npm start` runs them, on a database and a namespace of their own. */
export interface EarshotProcesses {
  readonly store: Store;
  readonly services: readonly [api: Service, worker: Service];
  /** Runs the `earshot` command against it; answers what it printed. */
  command(...words: string[]): Promise<string>;
  close(): Promise<void>;
}

export async function startProcesses(): Promise<EarshotProcesses> {
  const suffix = randomBytes(5).toString('hex');
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-chaos-'));
  const home = homeFolder({ EARSHOT_HOME: folder });
  writeFileSync(home.secretFile, randomBytes(32), { mode: 0o600 });
  const database = `earshot_chaos_${suffix}`;
  const namespace = `chaos-${suffix}`;
  const mongodbUri = process.env.MONGODB_URI ?? '';
  const temporalAddress = process.env.TEMPORAL_ADDRESS ?? '';
  const store = await openStore({ uri: mongodbUri, database });
  await ensureFirstPerson(store);
  const port = 20_000 + (randomBytes(2).readUInt16BE() % 20_000);
  const env = {
    ...process.env,
    EARSHOT_HOME: folder,
    EARSHOT_PORT: String(port),
    EARSHOT_SECRET_FILE: home.secretFile,
    EARSHOT_DATABASE: database,
    MONGODB_URI: mongodbUri,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
  };
  const service = (name: string, script: string, readyKey: string): Promise<Service> =>
    startService({
      name,
      script,
      env,
      readyKey,
      logFile: path.join(folder, `${name}.log`),
      onDeath: () => undefined,
    });
  const worker = await service('worker', 'workers/main.ts', 'ready');
  await releaseShippedFlow(store);
  const api = await service('api', 'engine/api/main.ts', 'listening');
  const url = `http://127.0.0.1:${port}`;
  const token = localAuth(home).bearerFor(FIRST_PERSON.id);
  writeRuntime(home, {
    pid: process.pid,
    url,
    token,
    temporalAddress,
    temporalNamespace: namespace,
    mongodbUri,
    database,
    servers: [],
  });
  return {
    store,
    services: [api, worker],
    async command(...words) {
      const { stdout } = await run(
        process.execPath,
        [path.join(projectRoot, 'engine/cli/earshot.mjs'), ...words],
        {
          env,
          maxBuffer: 16 * 1024 * 1024,
        },
      );
      return stdout;
    },
    async close() {
      await Promise.all([api.stop(), worker.stop()]);
      await store.dropDatabase();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
