import type { NativeConnection, WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { Logger } from 'pino';
import { followSampleDay, untilNobodyTells } from '../../engine/runs/follow-sample-day.ts';
import { openStoreOf, type SpaceAddress } from '../../engine/runs/space.ts';
import type { Store } from '../../engine/store/store.ts';
import { shippedActivities } from '../activities/shipped.ts';
import { composeDeps } from '../compose.ts';
import { crmsIn } from '../crm/crms-in.ts';
import type { WorkerEnvironment } from '../environment.ts';
import { createActivities } from '../sdk/create-activities.ts';
import { createCaseWorker } from './case-worker.ts';
import { startHeart } from './heart.ts';

export interface SampleWorkerOptions {
  /** Of the installation itself. */
  readonly store: Store;
  readonly address: SpaceAddress;
  readonly connection: NativeConnection;
  readonly environment: WorkerEnvironment;
  readonly bundle: WorkflowBundleWithSourceMap;
  readonly buildId: string;
  readonly identity: string;
  readonly logger: Logger;
}

/** Carries the cases of the sample day while one is on, beside the installation's own. */
export function startSampleWorker(options: SampleWorkerOptions): { stop(): Promise<void> } {
  const { address, connection, bundle, buildId, identity, logger } = options;
  const { namespace, taskQueue } = address;
  const { EARSHOT_SAMPLE_CRM: crmFolder, ...environment } = options.environment;

  return followSampleDay({
    store: options.store,
    logger,
    async open(latest) {
      await options.store.sampleDay.carriedBy(identity, true);
      const store = await openStoreOf(address, () => latest().clock);
      await store.catalogue.publish(
        identity,
        shippedActivities.map((activity) => activity.contract),
      );
      const crms = await crmsIn(crmFolder, () => undefined);
      const deps = composeDeps({
        store,
        environment: { ...environment, EARSHOT_WEBHOOKS: {} },
        logger,
        crms,
      });
      const activities = createActivities(shippedActivities, deps);
      const worker = await createCaseWorker({
        connection,
        namespace,
        taskQueue,
        store,
        activities,
        bundle,
        buildId,
        versioned: false,
        identity,
      });
      const running = worker.run();
      const heart = startHeart({ store, logger, identity, taskQueue, buildId, activities });
      return { worker, running, heart, store, crms };
    },
    // Whoever tells the story waits for what it asked of the cases: they answer until it has stopped.
    letGo: () => untilNobodyTells(options.store),
    async close({ worker, running, heart, store, crms }) {
      worker.shutdown();
      await running;
      await Promise.all([heart.stop(), ...crms.map((crm) => crm.close())]);
      await store.close();
      await options.store.sampleDay.carriedBy(identity, false);
    },
  });
}
