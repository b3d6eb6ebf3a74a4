import { join } from 'node:path';
import { openStore } from '../store/store.ts';
import { openDataFolder } from './data-folder.ts';
import { diskProblem } from './disk.ts';
import { ensureFirstPerson, FIRST_PERSON } from './first-people.ts';
import { cacheFolder, homeFolder } from './folders.ts';
import type { Environment, HomeFolder } from './folders.ts';
import { stopLeftoverServers } from './leftover-servers.ts';
import { listenAddress } from './listen-address.ts';
import { LocalProblem, type LocalProblemCode } from './local-problem.ts';
import { builtPages, ensurePages } from './pages.ts';
import type { Progress } from './progress.ts';
import { projectRoot } from './project-root.ts';
import { releaseShippedFlow } from './release-shipped.ts';
import { reloadOnChange } from './reload-on-change.ts';
import { removeRuntime, writeRuntime } from './runtime-file.ts';
import type { ServerProcess } from './server-process.ts';
import { startServers } from './servers.ts';
import type { Servers } from './servers.ts';
import { startService, WORKER_NICENESS, type Service } from './service.ts';
import { watchServers, type ServerWatch } from './watch-servers.ts';
import { MONGODB } from './mongo-server.ts';
import { localAuth, signInLink } from './sign-in-link.ts';

const DATABASE = 'earshot';
const WORKER = 'worker';

/** A whole Earshot on this machine. */
export interface RunningEarshot {
  readonly url: string;
  /** Signs the first person in; good once, for ten minutes. */
  readonly link: string;
  /** Resolves with the sentence that says why nothing can go on any more. */
  readonly cannotGoOn: Promise<string>;
  /** Stops in order what was started here: worker, API, servers. */
  stop(): Promise<void>;
  /** Ends all of it at once. */
  kill(): void;
}

export interface StartOptions {
  readonly env: Environment;
  readonly progress: Progress;
  /** Told one sentence when something happened that needs no answer. */
  readonly notice: (sentence: string) => void;
  readonly signal: AbortSignal;
}

/** Brings everything up in the order of docs/architecture.md; rejects with a LocalProblem, nothing left running. */
export async function startEarshot(options: StartOptions): Promise<RunningEarshot> {
  const home = homeFolder(options.env);
  try {
    return await bringUp(options, home);
  } catch (problem) {
    // A port in use is that, however full the disk is.
    const isTold = problem instanceof LocalProblem && !DISK_MAY_BE_WHY.has(problem.code);
    throw (isTold ? null : diskProblem(problem, home.path)) ?? problem;
  }
}

const DISK_MAY_BE_WHY: ReadonlySet<LocalProblemCode> = new Set([
  'server did not start',
  'service did not start',
]);

async function bringUp(options: StartOptions, home: HomeFolder): Promise<RunningEarshot> {
  const { env, progress, signal } = options;
  const lock = openDataFolder(home);
  const started: Started = { servers: [], services: [] };
  const givenUp = new AbortController();
  const stop = async (): Promise<void> => {
    await started.watch?.stop();
    // The worker first: what it has in hand is finished while all it needs is still there.
    for (const service of started.services.toSorted(
      (a, b) => Number(b.name === WORKER) - Number(a.name === WORKER),
    )) {
      await service.stop();
    }
    await Promise.all(started.servers.map((server) => server.stop()));
    removeRuntime(home);
    lock.release();
  };
  try {
    await stopLeftoverServers(home);
    const address = await listenAddress(env);
    const pages = env['EARSHOT_PAGES'] ?? builtPages;
    const building = env['EARSHOT_PAGES']
      ? Promise.resolve()
      : ensurePages(progress, AbortSignal.any([signal, givenUp.signal]));
    building.catch(() => undefined);
    const servers = await startServers({ home, cache: cacheFolder(env), env, progress, signal });
    started.servers = servers.started;
    signal.throwIfAborted();
    const url = await startServices(options, { home, servers, pages, building, address }, started);
    if (env['EARSHOT_DEV'] === 'on') reloadWorkers(started, options.notice);
    await prepareStore(servers, progress);
    signal.throwIfAborted();
    const watch = watchServers({
      servers: servers.started,
      mongodbUri: servers.started.some(({ name }) => name === MONGODB) ? servers.mongodbUri : null,
      folder: home.path,
      notice: options.notice,
    });
    started.watch = watch;
    writeRuntime(home, {
      pid: process.pid,
      url,
      token: localAuth(home).bearerFor(FIRST_PERSON.id),
      temporalAddress: servers.temporalAddress,
      temporalNamespace: servers.temporalNamespace,
      temporalUi: servers.temporalUi,
      mongodbUri: servers.mongodbUri,
      database: DATABASE,
      servers: servers.started.map(({ name, pid }) => ({ name, pid })),
    });
    return {
      url,
      link: signInLink(home, url, FIRST_PERSON.id),
      cannotGoOn: watch.cannotGoOn,
      stop,
      kill() {
        for (const running of [...started.services, ...started.servers]) running.kill();
        removeRuntime(home);
        lock.release();
      },
    };
  } catch (problem) {
    givenUp.abort();
    await stop();
    throw problem;
  }
}

interface Started {
  servers: readonly ServerProcess[];
  services: Service[];
  watch?: ServerWatch;
}

/** Starts API and worker side by side; answers the API's address. */
async function startServices(
  options: StartOptions,
  on: {
    home: HomeFolder;
    servers: Servers;
    pages: string;
    building: Promise<void>;
    address: { host: string; port: number };
  },
  started: Started,
): Promise<string> {
  const crm = options.env['EARSHOT_CRM_FOLDER'] ?? join(on.home.path, 'crm');
  const env = {
    ...process.env,
    ...options.env,
    EARSHOT_HOST: on.address.host,
    EARSHOT_PORT: String(on.address.port),
    EARSHOT_PAGES: on.pages,
    EARSHOT_SECRET_FILE: on.home.secretFile,
    EARSHOT_HOME: on.home.path,
    EARSHOT_DATABASE: DATABASE,
    EARSHOT_SAMPLE_CRM: join(on.home.path, 'sample-crm'),
    EARSHOT_HISTORIES: options.env['EARSHOT_HISTORIES'] ?? join(projectRoot, 'test', 'histories'),
    EARSHOT_CRM_FOLDER: crm,
    MONGODB_URI: on.servers.mongodbUri,
    TEMPORAL_ADDRESS: on.servers.temporalAddress,
    TEMPORAL_NAMESPACE: on.servers.temporalNamespace,
    ...(on.servers.temporalUi !== null && { EARSHOT_TEMPORAL_UI: on.servers.temporalUi }),
  };
  const service = async (name: string, script: string, readyKey: string): Promise<Service> => {
    const logFile = join(on.home.logs, `${name.toLowerCase()}.log`);
    const running = await startService({
      name,
      script,
      env,
      readyKey,
      logFile,
      niceness: name === WORKER ? WORKER_NICENESS : 0,
      onDeath: options.notice,
      signal: options.signal,
    });
    started.services.push(running);
    return running;
  };
  const task = options.progress.task('Earshot');
  task.say('starting API and worker');
  const outcomes = await Promise.allSettled([
    // The API reads the pages when it starts; the worker, which takes longest, need not wait for them.
    on.building.then(() => service('API', 'engine/api/main.ts', 'listening')),
    service(WORKER, 'workers/main.ts', 'ready'),
  ]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    task.failed('it did not start');
    throw failed.reason;
  }
  task.done('started');
  return `http://${on.address.host}:${on.address.port}`;
}

/** The worker follows what an engineer writes, until Earshot stops. */
function reloadWorkers(started: Started, notice: StartOptions['notice']): void {
  const worker = started.services.find((service) => service.name === WORKER);
  if (worker !== undefined) reloadOnChange(worker, ['workers'], notice);
}

/** Gives a new installation its first person and its first live flow. */
async function prepareStore(servers: Servers, progress: Progress): Promise<void> {
  const store = await openStore({ uri: servers.mongodbUri, database: DATABASE });
  try {
    await ensureFirstPerson(store);
    const released = await releaseShippedFlow(store);
    if (released) progress.task('Flow').done(`'${released.name}' is live`);
  } finally {
    await store.close();
  }
}
