import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { connectRuns } from '../runs/connect.ts';
import { startDelivery } from '../runs/delivery.ts';
import { openStore } from '../store/store.ts';
import { claimInStore, createApp } from './app.ts';
import { createAuth } from './auth.ts';
import { readEnvironment } from './environment.ts';
import { readVersion } from './version.ts';

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
  const logger = pino({ level: environment.EARSHOT_LOG_LEVEL, base: { room: 'api' } }, pino.destination(2));
  const store = await openStore({ uri: environment.MONGODB_URI, database: environment.EARSHOT_DATABASE });
  const {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    EARSHOT_TASK_QUEUE: taskQueue,
  } = environment;
  // Connects when it is first needed: captures go on while Temporal is down, and are delivered when it is back.
  const runs = await connectRuns({ address, namespace, taskQueue, store });
  const delivery = startDelivery({ store, runs, logger });
  const closing = new AbortController();
  const app = createApp({
    store,
    runs,
    logger,
    auth: createAuth({
      secret: readSecret(environment.EARSHOT_SECRET_FILE),
      claimOnce: claimInStore(store),
      now: Date.now,
    }),
    version: readVersion(),
    closing: closing.signal,
    ...(environment.EARSHOT_PAGES === undefined ? {} : { pagesDir: environment.EARSHOT_PAGES }),
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
    await Promise.all([ended, delivery.stop()]);
    clearTimeout(impatience);
    await runs.close();
    await store.close();
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
