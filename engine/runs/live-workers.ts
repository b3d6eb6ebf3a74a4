import type { Connection } from '@temporalio/client';
import type { Store } from '../store/store.ts';

/** A worker that gave no sign of life for so long is gone; they give one every five seconds. */
const SILENCE_MS = 30_000;

/** What workers there are now. */
export interface LiveWorkers {
  readonly some: boolean;
  /** Names of the activities that at least one of them offers. */
  readonly activities: ReadonlySet<string>;
}

/**
 * Workers of a queue that live: they gave a sign of life, and Temporal sees somebody ask for work. Either alone would
 * not do: Temporal forgets a worker minutes after it is gone, and one that cannot reach Temporal still gives signs.
 */
export async function liveWorkers(
  store: Store,
  connection: Connection,
  { namespace, taskQueue }: { readonly namespace: string; readonly taskQueue: string },
): Promise<LiveWorkers> {
  const beats = await store.heartbeats.since(new Date(Date.now() - SILENCE_MS));
  const here = beats.filter(({ queue }) => queue === taskQueue);
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: 1,
  });
  return {
    some: here.length > 0 && (pollers ?? []).length > 0,
    activities: new Set(here.flatMap(({ activities }) => activities)),
  };
}

/** Workers that gave signs of life, and give none any more: they were killed, and say nothing of their end. */
export async function silentWorkers({ heartbeats }: Store): Promise<ReadonlySet<string>> {
  const silentSince = new Date(Date.now() - SILENCE_MS);
  const [all, alive] = await Promise.all([heartbeats.since(new Date(0)), heartbeats.since(silentSince)]);
  const living = new Set(alive.map(({ worker }) => worker));
  return new Set(all.map(({ worker }) => worker).filter((worker) => !living.has(worker)));
}
