import type { Logger } from 'pino';
import { storyAt, type StoryClock } from '../../definitions/model/story-clock.ts';
import { openStore, type Store } from '../store/store.ts';
import { connectRuns } from './connect.ts';
import { startDelivery } from './delivery.ts';
import { startFolding } from './folding.ts';
import type { Runs } from './runs.ts';
import { startWatcher } from './watcher.ts';

/** Where a space stands: its data set, and the namespace and queue its cases run in. */
export interface SpaceAddress {
  readonly mongodbUri: string;
  readonly database: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly taskQueue: string;
}

/** A data set with the cases that run over it: the installation's own, or a sample day beside it, kept apart. */
export interface Space {
  readonly store: Store;
  readonly runs: Runs;
  /** What this space calls now, ms since the epoch. */
  now(): number;
  close(): Promise<void>;
}

/** The address of the sample day beside an installation's own space. */
export function besideAsSample(address: SpaceAddress): SpaceAddress {
  const { database, namespace } = address;
  return { ...address, database: `${database}_sample`, namespace: `${namespace}-sample` };
}

/** The store of a space; with a story, what it records is dated in the story's time. */
export function openStoreOf(address: SpaceAddress, story: (() => StoryClock) | null): Promise<Store> {
  const { mongodbUri: uri, database } = address;
  if (story === null) return openStore({ uri, database });
  return openStore({ uri, database, storyNow: () => new Date(storyAt(story(), Date.now())) });
}

/**
 * Opens a space: begins to carry to its runs whatever they were not told of, to look after them, and to keep its
 * tallies small.
 */
export async function openSpace(
  address: SpaceAddress,
  logger: Logger,
  story: (() => StoryClock) | null = null,
): Promise<Space> {
  const { temporalAddress, namespace, taskQueue } = address;
  const store = await openStoreOf(address, story);
  // Connects when it is first needed: captures go on while Temporal is down, and are delivered when it is back.
  const runs = await connectRuns({
    address: temporalAddress,
    namespace,
    taskQueue,
    store,
    ...(story !== null && { story }),
  });
  const delivery = startDelivery({ store, runs, logger });
  // Here, and not where the workers are: it tells as well when there is none.
  const watcher = startWatcher({ address: temporalAddress, namespace, taskQueue, store, runs, logger });
  const folding = startFolding({ store, logger });
  return {
    store,
    runs,
    now: () => storyAt(story?.() ?? null, Date.now()),
    async close() {
      await Promise.all([delivery.stop(), watcher.stop(), folding.stop()]);
      await runs.close();
      await store.close();
    },
  };
}
