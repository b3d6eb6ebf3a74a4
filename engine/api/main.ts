import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { homeFolder } from '../local/folders.ts';
import type { Rounds } from '../runs/rounds.ts';
import { besideAsSample, openSpace, type Space, type SpaceAddress } from '../runs/space.ts';
import { claimInStore, createApp } from './app.ts';
import { createAuth } from './auth.ts';
import { createDrawings } from './drawings.ts';
import { readEnvironment } from './environment.ts';
import { serveSampleDay } from './sample-space.ts';
import type { TemporalUi } from './temporal-link.ts';
import { readVersion } from './version.ts';
import { startGroupActs } from './work-off-groups.ts';

/** How long requests under way may take once the process is told to end. */
const DRAIN_MS = 10_000;

try {
  await run();
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const environment = readEnvironment(process.env);
  const logger = pino(
    { level: environment.EARSHOT_LOG_LEVEL, base: { room: 'api' }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  );
  const address: SpaceAddress = {
    mongodbUri: environment.MONGODB_URI,
    database: environment.EARSHOT_DATABASE,
    temporalAddress: environment.TEMPORAL_ADDRESS,
    namespace: environment.TEMPORAL_NAMESPACE,
    taskQueue: environment.EARSHOT_TASK_QUEUE,
  };
  const space = await openSpace(address, logger);
  const connection = Connection.lazy({ address: address.temporalAddress });
  const alongside = ({ store, runs }: Space): Rounds =>
    startGroupActs({ store, runs, logger, drawings: createDrawings(store), worker: randomUUID() });
  const groupActs = alongside(space);
  const closing = new AbortController();
  const uiOf = ({ namespace }: SpaceAddress): TemporalUi | null =>
    environment.EARSHOT_TEMPORAL_UI === undefined
      ? null
      : { address: environment.EARSHOT_TEMPORAL_UI, namespace };
  const common = {
    logger,
    auth: createAuth({
      secret: readSecret(environment.EARSHOT_SECRET_FILE),
      claimOnce: claimInStore(space.store),
      now: Date.now,
    }),
    version: readVersion(),
    logs:
      environment.EARSHOT_HOME === undefined
        ? null
        : homeFolder({ EARSHOT_HOME: environment.EARSHOT_HOME }).logs,
    ...(environment.EARSHOT_PAGES === undefined ? {} : { pagesDir: environment.EARSHOT_PAGES }),
  };
  const { EARSHOT_SAMPLE_CRM: crmFolder } = environment;
  const sample =
    crmFolder === undefined
      ? null
      : serveSampleDay({
          crmFolder,
          store: space.store,
          address: besideAsSample(address),
          connection,
          logger,
          alongside,
          appOf: ({ store, runs, now }, control, ending) =>
            createApp({
              ...common,
              store,
              runs,
              now,
              closing: ending,
              sampleDay: { control, isHere: true },
              temporalUi: uiOf(besideAsSample(address)),
              workAsCookie: 'earshot-sample-as',
            }),
          ...(environment.EARSHOT_SAMPLE_SCALE !== undefined && { scale: environment.EARSHOT_SAMPLE_SCALE }),
        });
  const app = createApp({
    ...common,
    temporalUi: uiOf(address),
    needsApproval: environment.EARSHOT_APPROVAL === 'on',
    store: space.store,
    runs: space.runs,
    closing: closing.signal,
    ...(sample !== null && {
      sampleDay: { control: sample.control, isHere: false },
      underSample: sample.handler,
      workAsCookie: 'earshot-as',
    }),
  });

  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(environment.EARSHOT_PORT, environment.EARSHOT_HOST, resolve);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : environment.EARSHOT_PORT;
  process.stdout.write(`${JSON.stringify({ listening: `http://${environment.EARSHOT_HOST}:${port}` })}\n`);

  const drain = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.close(resolve));
    closing.abort();
    server.closeIdleConnections();
    const impatience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await Promise.all([ended, sample?.stop(), groupActs.stop()]);
    clearTimeout(impatience);
    await space.close();
    await connection.close();
  };
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      drain().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function readSecret(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Error(
      `The sign-in secret ${file} cannot be read: start Earshot with npm start, which makes it.`,
    );
  }
}
