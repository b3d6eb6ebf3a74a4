import { join } from 'node:path';
import { onAnotherPort } from './another-port.ts';
import { findOrFetch } from './fetch-server.ts';
import type { Environment, HomeFolder } from './folders.ts';
import { LocalProblem } from './local-problem.ts';
import { mongoRecipe } from './mongo-recipe.ts';
import { engineOfData, startMongo } from './mongo-server.ts';
import type { Progress } from './progress.ts';
import type { ServerProcess } from './server-process.ts';
import { prepareNamespace } from './temporal-namespace.ts';
import { temporalRecipe } from './temporal-recipe.ts';
import { startTemporal } from './temporal-server.ts';
import { limitTransactionLifetime } from '../store/transaction-lifetime.ts';
import { waitUntil } from './wait-until.ts';

/** The two servers that Earshot stands on. */
export interface Servers {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Where Temporal's own pages are; null when nobody has said. */
  readonly temporalUi: string | null;
  readonly mongodbUri: string;
  /** Those that were started here; servers named by the environment are not. */
  readonly started: readonly ServerProcess[];
}

export const DEFAULT_NAMESPACE = 'earshot';
const NAMED_SERVER_LIMIT_MS = 15_000;

const TRANSACTION_LIFETIME_S = 10;

/**
 * Finds or fetches Temporal and MongoDB side by side, in the order of docs/architecture.md, and starts what was not
 * named by TEMPORAL_ADDRESS or MONGODB_URI. Rejects with a LocalProblem; then nothing is left running.
 */
export async function startServers(options: {
  home: HomeFolder;
  cache: string;
  env: Environment;
  progress: Progress;
  signal: AbortSignal;
}): Promise<Servers> {
  const namespace = options.env['TEMPORAL_NAMESPACE'] ?? DEFAULT_NAMESPACE;
  const started: ServerProcess[] = [];
  const outcomes = await Promise.allSettled([temporal(options, namespace, started), mongo(options, started)]);
  const [temporalOutcome, mongoOutcome] = outcomes;
  if (
    temporalOutcome.status === 'fulfilled' &&
    mongoOutcome.status === 'fulfilled' &&
    !options.signal.aborted
  ) {
    return {
      temporalAddress: temporalOutcome.value.address,
      temporalUi: temporalOutcome.value.ui,
      temporalNamespace: namespace,
      mongodbUri: mongoOutcome.value,
      started,
    };
  }
  await Promise.all(started.map((server) => server.stop()));
  options.signal.throwIfAborted();
  throw outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
}

type Options = Parameters<typeof startServers>[0];

async function temporal(
  options: Options,
  namespace: string,
  started: ServerProcess[],
): Promise<{ readonly address: string; readonly ui: string | null }> {
  const named = options.env['TEMPORAL_ADDRESS'];
  const namedUi = options.env['EARSHOT_TEMPORAL_UI'];
  if (named) {
    const ready = await waitUntil(
      () => prepareNamespace(named, namespace).then(() => true),
      NAMED_SERVER_LIMIT_MS,
    );
    if (ready) return { address: named, ui: namedUi ?? null };
    throw new LocalProblem(
      'no server',
      `No Temporal answers at ${named} with a namespace '${namespace}' that can be used`,
      'start it there, create the namespace, or leave TEMPORAL_ADDRESS unset to have one started',
    );
  }
  const program = await findOrFetch(temporalRecipe, options);
  const port = portFrom(options.env, 'EARSHOT_TEMPORAL_PORT');
  const uiPort = portFrom(options.env, 'EARSHOT_TEMPORAL_UI_PORT');
  const server = await onAnotherPort(() =>
    startTemporal({
      program,
      file: options.home.temporalFile,
      logFile: join(options.home.logs, 'temporal.log'),
      namespace,
      ...(port && { port }),
      ...(uiPort && { uiPort }),
    }),
  );
  started.push(server);
  return { address: server.address, ui: namedUi ?? server.ui };
}

async function mongo(options: Options, started: ServerProcess[]): Promise<string> {
  const named = options.env['MONGODB_URI'];
  if (named) return named;
  const program = await findOrFetch(mongoRecipe(engineOfData(options.home.mongoFolder)), options);
  const port = portFrom(options.env, 'EARSHOT_MONGODB_PORT');
  const server = await onAnotherPort(() =>
    startMongo({
      program,
      folder: options.home.mongoFolder,
      logFile: join(options.home.logs, 'mongodb.log'),
      ...(port && { port }),
    }),
  );
  started.push(server);
  // A killed process would else lock what it was writing to for a minute; ours write for well under a second.
  await limitTransactionLifetime(server.uri, TRANSACTION_LIFETIME_S);
  return server.uri;
}

function portFrom(env: Environment, name: string): number | undefined {
  return env[name] === undefined ? undefined : Number(env[name]);
}
