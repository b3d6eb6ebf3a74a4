import { hostname } from 'node:os';
import { existsSync } from 'node:fs';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { startArchive } from '../../engine/runs/archive.ts';
import { currentBuild, makeBuildCurrent } from '../../engine/runs/build.ts';
import { ensureNamespace } from '../../engine/runs/namespace.ts';
import { ensureRetention } from '../../engine/runs/retention.ts';
import { besideAsSample } from '../../engine/runs/space.ts';
import { openStore } from '../../engine/store/store.ts';
import { composeDeps } from '../compose.ts';
import { crmsIn } from '../crm/crms-in.ts';
import { readEnvironment } from '../environment.ts';
import { workflowBundle } from './bundle.ts';
import { createCaseWorker } from './case-worker.ts';
import { keepRegister } from './keep-register.ts';
import { startHeart } from './heart.ts';
import { replayHistories } from './replay-histories.ts';
import { startSampleWorker } from './sample-worker.ts';
import { createActivities } from '../sdk/create-activities.ts';
import type { ActivityDefinition } from '../sdk/define-activity.ts';

/** More would not be done sooner, but people who look at pages would wait behind them. */
const AT_ONCE_IN_THE_STORE = 8;

/**
 * Runs a worker that carries cases and does what these activities do, until the process is told to end; what it needs to
 * know comes from the environment. It says on its standard output when it is ready.
 */
export async function runWorker(offered: readonly ActivityDefinition[]): Promise<void> {
  const environment = readEnvironment(process.env);
  const logger = pino(
    {
      level: environment.EARSHOT_LOG_LEVEL,
      base: { room: 'worker' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination(2),
  );
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message }) => logger.warn({ level, message }, 'temporal')),
    shutdownSignals: [],
  });

  const {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    EARSHOT_TASK_QUEUE: taskQueue,
  } = environment;
  const identity = `${process.pid}@${hostname()}`;
  const crms = await crmsIn(environment.EARSHOT_CRM_FOLDER, (name) => process.env[name]);
  const store = await openStore({
    uri: environment.MONGODB_URI,
    database: environment.EARSHOT_DATABASE,
    mostConnections: AT_ONCE_IN_THE_STORE,
  });
  const contracts = offered.map((activity) => activity.contract);
  await store.catalogue.publish(identity, contracts);

  const [{ bundle, buildId }, connection, client] = await Promise.all([
    workflowBundle(),
    NativeConnection.connect({ address }),
    Connection.connect({ address }),
  ]);
  await ensureNamespace(client, namespace);

  const activities = createActivities(offered, composeDeps({ store, environment, logger, crms }));
  const worker = await createCaseWorker({
    connection,
    namespace,
    taskQueue,
    store,
    activities,
    bundle,
    buildId,
    versioned: true,
    identity,
  });
  const running = worker.run();

  if ((await currentBuild(client, namespace)) !== buildId) {
    await refuseWhatDoesNotReplay();
    await makeBuildCurrent(client, namespace, buildId);
  }

  await ensureRetention({ connection: client, namespace, taskQueue }).catch((error: unknown) => {
    // Some servers let only their keepers make one. Taking away can still be asked for by hand.
    logger.warn(
      { error: error instanceof Error ? error.name : 'unknown' },
      'old data is not taken away by itself',
    );
  });
  const sample = environment.EARSHOT_SAMPLE_CRM === undefined ? null : await prepareSampleWorker();
  const archive = startArchive({ address, namespace, store, logger });
  const register = keepRegister({ store, crms, logger });
  const heart = startHeart({ store, logger, identity, taskQueue, buildId, activities });
  process.stdout.write(`${JSON.stringify({ ready: true, build: buildId })}\n`);

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      worker.shutdown();
    });
  }
  await running;
  await Promise.all([
    archive.stop(),
    heart.stop(),
    register.stop(),
    sample?.stop(),
    ...crms.map((crm) => crm.close()),
  ]);
  await connection.close();
  await client.close();
  await store.close();

  /** The sample day's namespace is made now: a fresh one is known to all parts of Temporal only some seconds later. */
  async function prepareSampleWorker(): Promise<{ stop(): Promise<void> }> {
    const { MONGODB_URI: mongodbUri, EARSHOT_DATABASE: database } = environment;
    const sampleAddress = besideAsSample({
      mongodbUri,
      database,
      temporalAddress: address,
      namespace,
      taskQueue,
    });
    await ensureNamespace(client, sampleAddress.namespace);
    return startSampleWorker({
      store,
      address: sampleAddress,
      connection,
      environment,
      bundle,
      buildId,
      identity,
      logger,
    });
  }

  /** A new build takes over running cases only if it can replay what is recorded of the old ones. */
  async function refuseWhatDoesNotReplay(): Promise<void> {
    const folder = environment.EARSHOT_HISTORIES;
    if (folder === undefined || !existsSync(folder)) return;
    const findings = await replayHistories(folder, bundle);
    const broken = findings.filter((finding) => finding.problem !== null);
    if (broken.length === 0) return;
    const names = broken.map((finding) => finding.file).join(', ');
    throw new Error(`This build does not replay ${names}: running cases stay with the build they have.`);
  }
}
