import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureFirstPerson, FIRST_PERSON } from '../../engine/local/first-people.ts';
import { homeFolder } from '../../engine/local/folders.ts';
import { freePort } from '../../engine/local/free-port.ts';
import { projectRoot } from '../../engine/local/project-root.ts';
import { releaseShippedFlow } from '../../engine/local/release-shipped.ts';
import { writeRuntime } from '../../engine/local/runtime-file.ts';
import { startService, type Service } from '../../engine/local/service.ts';
import { localAuth } from '../../engine/local/sign-in-link.ts';
import { besideAsSample, openStoreOf, type SpaceAddress } from '../../engine/runs/space.ts';
import { openStore, type Store } from '../../engine/store/store.ts';

const run = promisify(execFile);
const MOST_OUTPUT = 16 * 1024 * 1024;
const TASK_QUEUE = 'earshot';

/** API and worker as processes of their own, as `npm start` runs them, on a database and a namespace of their own. */
export interface EarshotProcesses {
  readonly url: string;
  /** Signs requests of the first person. */
  readonly token: string;
  /** Signs requests of somebody else. */
  tokenOf(person: string): string;
  readonly store: Store;
  readonly database: string;
  /** Of a sample day beside it. */
  readonly sample: { readonly address: SpaceAddress; readonly crmFolder: string };
  readonly services: readonly [api: Service, worker: Service];
  /** Starts another API beside it, on the same database; answers its address. It ends with the rest. */
  anotherApi(): Promise<string>;
  /** Runs the `earshot` command against it; answers what it printed. */
  command(...words: string[]): Promise<string>;
  close(): Promise<void>;
}

export interface ProcessOptions {
  /** Stands in the names of database, namespace and folder. */
  readonly name: string;
  /** Folder of the built pages; without it there is the API alone. */
  readonly pages?: string;
  /** Default: those that MONGODB_URI and TEMPORAL_ADDRESS name. */
  readonly servers?: { readonly mongodbUri: string; readonly temporalAddress: string };
  /** As `npm start` has it step back; by default not, for beside tests it would hardly get its turn. */
  readonly workerNiceness?: number;
  /** A sample day can be started, so many story seconds a second; without it there is none. */
  readonly sampleScale?: number;
  /** Where Temporal's own pages are said to be. */
  readonly temporalUi?: string;
  /** A folder with a folder of CSV files for each customer system. */
  readonly crmFolder?: string;
  /** The worker's program; without it that of `npm start`. */
  readonly workerScript?: string;
  /** Whoever publishes needs the approval of another person. */
  readonly needsApproval?: boolean;
}

/** Starts them; resolves when both can be used. */
export async function startProcesses({
  name,
  pages,
  servers,
  workerNiceness = 0,
  sampleScale,
  temporalUi,
  crmFolder: ownCrmFolder,
  workerScript = 'workers/main.ts',
  needsApproval = false,
}: ProcessOptions): Promise<EarshotProcesses> {
  const suffix = randomBytes(5).toString('hex');
  const folder = mkdtempSync(path.join(tmpdir(), `earshot-${name}-`));
  const home = homeFolder({ EARSHOT_HOME: folder });
  writeFileSync(home.secretFile, randomBytes(32), { mode: 0o600 });
  const database = `earshot_${name}_${suffix}`;
  const namespace = `${name}-${suffix}`;
  const mongodbUri = servers?.mongodbUri ?? process.env['MONGODB_URI'] ?? '';
  const temporalAddress = servers?.temporalAddress ?? process.env['TEMPORAL_ADDRESS'] ?? '';
  const store = await openStore({ uri: mongodbUri, database });
  await ensureFirstPerson(store);
  const port = await freePort();
  const crmFolder = path.join(folder, 'sample-crm');
  const address = { mongodbUri, database, temporalAddress, namespace, taskQueue: TASK_QUEUE };
  const env = {
    ...process.env,
    EARSHOT_HOME: folder,
    EARSHOT_PORT: String(port),
    EARSHOT_SECRET_FILE: home.secretFile,
    EARSHOT_DATABASE: database,
    ...(pages !== undefined && { EARSHOT_PAGES: pages }),
    MONGODB_URI: mongodbUri,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    EARSHOT_TASK_QUEUE: TASK_QUEUE,
    ...(sampleScale !== undefined && {
      EARSHOT_SAMPLE_CRM: crmFolder,
      EARSHOT_SAMPLE_SCALE: String(sampleScale),
    }),
    EARSHOT_APPROVAL: needsApproval ? 'on' : 'off',
    ...(temporalUi !== undefined && { EARSHOT_TEMPORAL_UI: temporalUi }),
    ...(ownCrmFolder !== undefined && { EARSHOT_CRM_FOLDER: ownCrmFolder }),
  };
  const service = (which: string, script: string, readyKey: string, more = {}): Promise<Service> =>
    startService({
      name: which,
      script,
      env: { ...env, ...more },
      readyKey,
      logFile: path.join(folder, `${which}.log`),
      niceness: which === 'worker' ? workerNiceness : 0,
      onDeath: () => undefined,
    });
  const worker = await service('worker', workerScript, 'ready');
  await releaseShippedFlow(store);
  const api = await service('api', 'engine/api/main.ts', 'listening');
  const url = addressOn(port);
  const others: Service[] = [];
  const token = localAuth(home).bearerFor(FIRST_PERSON.id);
  writeRuntime(home, {
    pid: process.pid,
    url,
    token,
    temporalAddress,
    temporalNamespace: namespace,
    temporalUi: null,
    mongodbUri,
    database,
    servers: [],
  });
  return {
    url,
    token,
    tokenOf: (person) => localAuth(home).bearerFor(person),
    store,
    database,
    sample: { address: besideAsSample(address), crmFolder },
    services: [api, worker],
    async anotherApi() {
      const itsPort = await freePort();
      const more = { EARSHOT_PORT: String(itsPort) };
      others.push(await service(`api-${others.length + 2}`, 'engine/api/main.ts', 'listening', more));
      return addressOn(itsPort);
    },
    async command(...words) {
      const script = path.join(projectRoot, 'engine/cli/earshot.mjs');
      const { stdout } = await run(process.execPath, [script, ...words], { env, maxBuffer: MOST_OUTPUT });
      return stdout;
    },
    async close() {
      await Promise.all([api, worker, ...others].map((one) => one.stop()));
      await store.dropDatabase();
      await store.close();
      if (sampleScale !== undefined) {
        const left = await openStoreOf(besideAsSample(address), null);
        await left.dropDatabase();
        await left.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const addressOn = (port: number): string => `http://127.0.0.1:${port}`;
