import type { Logger } from 'pino';
import type { Store } from '../store/store.ts';
import { startRounds, type Rounds } from './rounds.ts';

const IDLE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
/** After a round that folded this many there may be more. */
const MANY = 100;

/** Keeps what was counted small: folds the changes of tallies that transactions appended. Several may run side by side. */
export function startFolding({ store, logger }: { store: Store; logger: Logger }): Rounds {
  return startRounds({
    name: 'folding tallies',
    restMs: IDLE_MS,
    longestMs: LONGEST_PAUSE_MS,
    logger,
    round: async () => ((await store.tallies.fold()) >= MANY ? 0 : IDLE_MS),
  });
}
