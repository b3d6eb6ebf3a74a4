import type { Logger } from 'pino';
import type { SampleDay } from '../store/sample-day.ts';
import type { Store } from '../store/store.ts';
import { startRounds, type Rounds } from './rounds.ts';

const LOOK_MS = 300;

/**
 * Looks again and again whether a sample day is on. `open` is called with the day once it is; `close` once it is not,
 * or is being taken away. Neither is called while the other is under way. Before it is closed, `letGo` has whoever uses
 * it go; until that resolves it counts as open.
 */
export function followSampleDay<T>(options: {
  readonly store: Store;
  readonly logger: Logger;
  readonly open: (latest: () => SampleDay) => Promise<T>;
  readonly letGo?: (opened: T) => Promise<void>;
  readonly close: (opened: T) => Promise<void>;
}): { readonly opened: () => T | null; readonly rounds: Rounds; stop(): Promise<void> } {
  const { store, logger, open, letGo, close } = options;
  let latest: SampleDay | null = null;
  let opened: { readonly value: T } | null = null;

  async function end(): Promise<void> {
    const ending = opened;
    if (ending === null) return;
    await letGo?.(ending.value);
    opened = null;
    await close(ending.value);
  }

  const rounds = startRounds({
    name: 'following the sample day',
    restMs: LOOK_MS,
    longestMs: 5_000,
    logger,
    async round() {
      const day = await store.sampleDay.read();
      if (day === null || day.isEnding) return end();
      latest = day;
      opened ??= { value: await open(() => latest ?? day) };
    },
  });
  return {
    opened: () => opened?.value ?? null,
    rounds,
    async stop() {
      await rounds.stop();
      await end();
    },
  };
}

/** Resolves once nobody tells the story any more, or it is not being taken away. */
export async function untilNobodyTells({ sampleDay }: Store): Promise<void> {
  while ((await sampleDay.read())?.isEnding === true && (await sampleDay.isTold()))
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}
