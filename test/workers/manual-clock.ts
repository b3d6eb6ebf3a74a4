import type { Clock } from '../../workers/sdk/crm/clock.ts';

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends Clock {
  /** Lets so much time pass, and all that was waiting for a moment in it go on at that moment. */
  pass(ms: number): Promise<void>;
}

export function manualClock(): ManualClock {
  let now = Date.parse('2026-03-02T12:00:00Z');
  const waiting = new Set<{ readonly at: number; readonly go: () => void }>();
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (ms <= 0 || signal.aborted) return resolve();
        const one = {
          at: now + ms,
          go: () => {
            waiting.delete(one);
            resolve();
          },
        };
        waiting.add(one);
        signal.addEventListener('abort', one.go, { once: true });
      }),
    async pass(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        const [next] = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        now = next.at;
        next.go();
        await settle();
      }
      now = until;
      await settle();
    },
  };
}
