/** One worker of the flow bench: `worker.ts '{"kind": …}'`. Speaks with its parent over IPC. */
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { z } from 'zod';
import { openStore } from '../../../engine/store/store.ts';
import { shippedActivities } from '../../../workers/activities/shipped.ts';
import { composeDeps } from '../../../workers/compose.ts';
import { readEnvironment } from '../../../workers/environment.ts';
import { workflowBundle } from '../../../workers/host/bundle.ts';
import { hostActivities } from '../../../workers/host/host-activities.ts';
import { caseDataConverter } from '../../../workers/host/case-worker.ts';
import { revisionSource } from '../../../workers/host/revision-source.ts';
import { createActivities } from '../../../workers/sdk/create-activities.ts';
import { KINDS, RUNS } from './case-processes.ts';

const Setting = z.object({
  kind: z.enum(KINDS),
  mongodbUri: z.string(),
  database: z.string(),
  temporalAddress: z.string(),
  namespace: z.string(),
});
const { kind, mongodbUri, database, temporalAddress, namespace } = Setting.parse(
  JSON.parse(process.argv[2] ?? ''),
);

Runtime.install({ logger: new DefaultLogger('ERROR') });
const store = await openStore({ uri: mongodbUri, database });
const environment = readEnvironment({ MONGODB_URI: mongodbUri, EARSHOT_DATABASE: database });
const connection = await NativeConnection.connect({ address: temporalAddress });
const interpreted = kind === 'interpreted';
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue: RUNS[kind].taskQueue,
  workflowBundle: interpreted ? (await workflowBundle()).bundle : await handWrittenBundle(),
  activities: {
    ...hostActivities(store),
    ...createActivities(
      shippedActivities,
      composeDeps({ store, environment, logger: pino({ level: 'silent' }), crms: [] }),
    ),
  },
  ...(interpreted ? { dataConverter: caseDataConverter(revisionSource(store)) } : {}),
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentLocalActivityExecutions: 100,
  maxCachedWorkflows: 2_500,
});
const running = worker.run();

process.on('disconnect', () => process.exit(1));
process.on('message', (message) => {
  if (message === 'stop') worker.shutdown();
  if (message === 'memory') {
    globalThis.gc?.();
    process.send?.(process.memoryUsage.rss());
  }
  if (message === 'processor') {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  }
});
process.send?.('ready');
await running;
await connection.close();
await store.close();
process.exit(0);

function handWrittenBundle(): ReturnType<typeof bundleWorkflowCode> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('hand-written.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });
}
