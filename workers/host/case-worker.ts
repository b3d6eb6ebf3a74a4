import { NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { Store } from '../../engine/store/store.ts';
import { DEPLOYMENT } from '../../engine/runs/build.ts';
import type { ActivityFunctions } from '../sdk/create-activities.ts';
import { PAYLOAD_CONVERTER } from './bundle.ts';
import { hostActivities } from './host-activities.ts';
import { notOffered } from './not-offered.ts';
import { retentionActivities } from './retention-activities.ts';
import { revisionCodec } from './revision-codec.ts';
import { revisionSource, type RevisionSource } from './revision-source.ts';

export interface CaseWorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly store: Store;
  readonly activities: ActivityFunctions;
  readonly bundle: WorkflowBundleWithSourceMap;
  readonly buildId: string;
  /** Off for a worker on a queue of its own, as a test's: then every build gets every task. */
  readonly versioned: boolean;
  readonly identity?: string;
  /** Most workflow tasks, and most activities, at the same time. */
  readonly atOnce?: { readonly workflowTasks: number; readonly activities: number };
}

/** How a worker reads payloads. */
export function caseDataConverter(textOf: RevisionSource): {
  payloadConverterPath: string;
  payloadCodecs: ReturnType<typeof revisionCodec>[];
} {
  return {
    payloadConverterPath: PAYLOAD_CONVERTER,
    payloadCodecs: [revisionCodec(textOf)],
  };
}

/** A worker that runs cases and the activities they ask for. */
export function createCaseWorker(options: CaseWorkerOptions): Promise<Worker> {
  const {
    connection,
    namespace,
    taskQueue,
    store,
    activities,
    bundle,
    buildId,
    versioned,
    identity,
    atOnce,
  } = options;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities: {
      ...hostActivities(store),
      ...retentionActivities(store),
      ...activities,
      default: notOffered,
    },
    dataConverter: caseDataConverter(revisionSource(store)),
    shutdownGraceTime: '10 seconds',
    maxConcurrentWorkflowTaskExecutions: atOnce?.workflowTasks ?? 40,
    ...(atOnce === undefined ? {} : { maxConcurrentActivityTaskExecutions: atOnce.activities }),
    maxConcurrentLocalActivityExecutions: 100,
    ...(identity === undefined ? {} : { identity }),
    ...(versioned
      ? {
          workerDeploymentOptions: {
            useWorkerVersioning: true,
            version: { deploymentName: DEPLOYMENT, buildId },
            defaultVersioningBehavior: 'AUTO_UPGRADE' as const,
          },
        }
      : {}),
  });
}
