import type { Connection } from '@temporalio/client';
import type { Logger } from 'pino';

export interface Rounds {
  /** Begin the next round now instead of resting. */
  poke(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/**
 * Does `round` again and again, resting in between as long as it says (milliseconds). A round that fails is logged
 * by its kind and tried again, later each time, at the latest after `longestMs`.
 */
export function startRounds(options: {
  readonly name: string;
  readonly restMs: number;
  readonly longestMs?: number;
  readonly logger: Logger;
  readonly round: (isStopped: () => boolean) => Promise<number | void>;
}): Rounds {
  const { name, restMs, longestMs = restMs, logger, round } = options;
  let stopped = false;
  let rouse: () => void = () => undefined;
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function loop(): Promise<void> {
    let failedMs = restMs;
    while (!stopped) {
      let ms = restMs;
      try {
        ms = (await round(() => stopped)) ?? restMs;
        failedMs = restMs;
      } catch (error) {
        logger.warn({ what: whatFailed(error) }, `${name} will be tried again`);
        failedMs = Math.min(failedMs * 2, longestMs);
        ms = failedMs;
      }
      if (!stopped && ms > 0) await rest(ms);
    }
  }

  const running = loop();
  return {
    poke: () => rouse(),
    stop: async () => {
      stopped = true;
      rouse();
      await running;
    },
  };
}

/** Name and code of an error: its message may hold what somebody wrote. */
function whatFailed(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}

/** Rounds over what Temporal knows, with a connection of their own that goes when they end. `round` does one by hand. */
export function startTemporalRounds<T>(options: {
  readonly name: string;
  readonly restMs: number;
  readonly logger: Logger;
  readonly connection: Connection;
  readonly round: (isStopped: () => boolean) => Promise<T>;
}): { round(): Promise<T>; stop(): Promise<void> } {
  const { connection, round, ...rest } = options;
  const rounds = startRounds({
    ...rest,
    longestMs: 4 * rest.restMs,
    round: async (isStopped) => {
      await round(isStopped);
    },
  });
  return {
    round: () => round(() => false),
    stop: async () => {
      await rounds.stop();
      await connection.close();
    },
  };
}
