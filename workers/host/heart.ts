import type { Logger } from 'pino';
import { startRounds, type Rounds } from '../../engine/runs/rounds.ts';
import type { Store } from '../../engine/store/store.ts';

/** Well below the silence after which a worker counts as gone. */
const BEAT_MS = 5_000;

/** Says again and again that a worker lives, and what it offers. */
export function startHeart(options: {
  readonly store: Store;
  readonly logger: Logger;
  readonly identity: string;
  readonly taskQueue: string;
  readonly buildId: string;
  readonly activities: Readonly<Record<string, unknown>>;
}): Rounds {
  const { store, logger, identity: worker, taskQueue: queue, buildId: build } = options;
  const activities = Object.keys(options.activities);
  return startRounds({
    name: 'the sign of life',
    restMs: BEAT_MS,
    logger,
    round: () => store.heartbeats.beat({ worker, queue, build, activities }),
  });
}
