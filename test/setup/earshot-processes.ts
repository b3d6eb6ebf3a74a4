import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureFirstPerson, FIRST_PERSON } from '../../engine/local/first-people.ts';
import { homeFolder, type HomeFolder } from '../../engine/local/folders.ts';
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
const API = 'engine/api/main.ts';

/** What the processes of one Earshot have in common. */
interface Ground {
  readonly home: HomeFolder;
  readonly store: Store;
  readonly port: number;
  readonly address: SpaceAddress;
  readonly crmFolder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly hasSample: boolean;
}

/** An API as a process of its own, as `npm start` runs it, on a database and a namespace of its own. */
export interface EarshotApi {
  readonly url: string;
  /** Signs requests of the first person. */
  readonly token: string;
  /** Signs requests of somebody else. */
  tokenOf(person: string): string;
  readonly store: Store;
  readonly database: string;
  /** Where its processes write their logs, `<name>.log`. */
  readonly folder: string;
  /** Of a sample day beside it. */
  readonly sample: { readonly address: SpaceAddress; readonly crmFolder: string };
  /** Starts another API beside it, on the same database; answers its address. It ends with the rest. */
  anotherApi(): Promise<string>;
  /** Runs the `earshot` command against it; answers what it printed. */
  command(...words: string[]): Promise<string>;
  close(): Promise<void>;
}

/** API and worker, as `npm start` runs them. */
export interface EarshotProcesses extends EarshotApi {
  readonly services: readonly [api: Service, worker: Service];
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
export async function startProcesses(options: ProcessOptions): Promise<EarshotProcesses> {
  const ground = await prepare(options);
  const { workerScript = 'workers/main.ts', workerNiceness = 0 } = options;
  const worker = await start(ground, 'worker', workerScript, 'ready', { niceness: workerNiceness });
  const api = await startApi(ground);
  return { ...served(ground, [api, worker]), services: [api, worker] };
}

/**
 * Starts an API by which nothing but drawing and publishing is done: no case is carried. It knows the activities that
 * ship as it would of a worker that was there before, and starts in half the time.
 */
export async function startWithoutWorker(
  options: Pick<ProcessOptions, 'name' | 'pages' | 'needsApproval'>,
): Promise<EarshotApi> {
  const ground = await prepare(options);
  // Only here: they take long to load.
  const { shippedActivities } = await import('../../workers/activities/shipped.ts');
  const contracts = shippedActivities.map(({ contract }) => contract);
  await ground.store.catalogue.publish('a worker that is gone', contracts);
  return served(ground, [await startApi(ground)]);
}

async function prepare({
  name,
  pages,
  servers,
  sampleScale,
  temporalUi,
  crmFolder: ownCrmFolder,
  needsApproval = false,
}: ProcessOptions): Promise<Ground> {
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
  return { home, store, port, address, crmFolder, env, hasSample: sampleScale !== undefined };
}

function start(
  { home, env }: Ground,
  name: string,
  script: string,
  readyKey: string,
  { niceness = 0, more = {} }: { readonly niceness?: number; readonly more?: NodeJS.ProcessEnv } = {},
): Promise<Service> {
  return startService({
    name,
    script,
    env: { ...env, ...more },
    readyKey,
    logFile: path.join(home.path, `${name}.log`),
    niceness,
    onDeath: () => undefined,
  });
}

/** Starts the API, once the flow that ships is released. */
async function startApi(ground: Ground): Promise<Service> {
  await releaseShippedFlow(ground.store);
  const api = await start(ground, 'api', API, 'listening');
  const { home, port, address } = ground;
  writeRuntime(home, {
    pid: process.pid,
    url: addressOn(port),
    token: localAuth(home).bearerFor(FIRST_PERSON.id),
    temporalAddress: address.temporalAddress,
    temporalNamespace: address.namespace,
    temporalUi: null,
    mongodbUri: address.mongodbUri,
    database: address.database,
    servers: [],
  });
  return api;
}

function served(ground: Ground, services: readonly Service[]): EarshotApi {
  const { home, store, port, address, crmFolder, env, hasSample } = ground;
  const others: Service[] = [];
  return {
    url: addressOn(port),
    token: localAuth(home).bearerFor(FIRST_PERSON.id),
    tokenOf: (person) => localAuth(home).bearerFor(person),
    store,
    database: address.database,
    folder: home.path,
    sample: { address: besideAsSample(address), crmFolder },
    async anotherApi() {
      const itsPort = await freePort();
      const more = { EARSHOT_PORT: String(itsPort) };
      others.push(await start(ground, `api-${others.length + 2}`, API, 'listening', { more }));
      return addressOn(itsPort);
    },
    async command(...words) {
      const script = path.join(projectRoot, 'engine/cli/earshot.mjs');
      const { stdout } = await run(process.execPath, [script, ...words], { env, maxBuffer: MOST_OUTPUT });
      return stdout;
    },
    async close() {
      await Promise.all([...services, ...others].map((one) => one.stop()));
      await store.dropDatabase();
      await store.close();
      if (hasSample) {
        const left = await openStoreOf(besideAsSample(address), null);
        await left.dropDatabase();
        await left.close();
      }
      rmSync(home.path, { recursive: true, force: true });
    },
  };
}

const addressOn = (port: number): string => `http://127.0.0.1:${port}`;
