import type { Logger } from 'pino';
import type { Store } from '../store/store.ts';
import { startRounds, type Rounds } from './rounds.ts';
import type { Runs } from './runs.ts';

const AT_ONCE = 16;
const BATCH = 400;
const IDLE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Carries to Temporal what the store has and Temporal was not told: what arrived while Temporal was down, what a
 * process stored before it died, and everything else. Several may run side by side; delivering twice changes nothing.
 */
export function startDelivery({ store, runs, logger }: { store: Store; runs: Runs; logger: Logger }): Rounds {
  return startRounds({
    name: 'delivery',
    restMs: IDLE_MS,
    longestMs: LONGEST_PAUSE_MS,
    logger,
    async round(isStopped) {
      const waiting = [...(await store.cases.undelivered(BATCH))];
      const isFull = waiting.length === BATCH;
      const carry = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined && !isStopped(); next = waiting.shift()) {
          await runs.deliver(next.caseId);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, carry));
      return isFull ? 0 : IDLE_MS;
    },
  });
}
