/** A worker of one test, as a process of its own: `worker-until-killed.ts '{"database": …}'`. It lives until it is killed. */
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { z } from 'zod';
import { openStore } from '../../engine/store/store.ts';
import { createCaseWorker } from '../../workers/host/case-worker.ts';
import { createActivities } from '../../workers/sdk/create-activities.ts';
import { bareDeps } from './bare-deps.ts';
import { bundleOnce, NAMESPACE, temporalAddress } from './case-server.ts';
import { askHere } from './tried-activities.ts';

const { database, taskQueue } = z
  .object({ database: z.string(), taskQueue: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ''));

Runtime.install({ logger: new DefaultLogger('ERROR') });
process.on('disconnect', () => process.exit(1));
const store = await openStore({ uri: process.env.MONGODB_URI ?? '', database });
const worker = await createCaseWorker({
  connection: await NativeConnection.connect({ address: temporalAddress() }),
  namespace: NAMESPACE,
  taskQueue,
  store,
  activities: createActivities([askHere], bareDeps(store)),
  ...(await bundleOnce()),
  versioned: false,
});
await worker.run();
