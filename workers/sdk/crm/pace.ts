import type { Clock } from './clock.ts';

/** Lets calls through one by one: at most so many at once, at most so many a second. */
export interface Pace {
  /** Waits for a turn; false if there is none before `deadline`, and then nothing was taken. */
  enter(deadline: number, signal: AbortSignal): Promise<boolean>;
  leave(): void;
  /** Nobody enters before that time. */
  holdUntil(time: number): void;
}

export function pace(
  limits: { readonly callsPerSecond: number; readonly callsAtOnce: number },
  clock: Clock,
): Pace {
  const apartMs = 1000 / limits.callsPerSecond;
  const waiting: (() => void)[] = [];
  let inside = 0;
  let nextAt = 0;

  const wakeNext = (): void => waiting.shift()?.();

  async function placeInside(deadline: number, signal: AbortSignal): Promise<boolean> {
    while (inside >= limits.callsAtOnce) {
      if (clock.now() >= deadline || signal.aborted) return false;
      const woken = new AbortController();
      const wake = (): void => woken.abort();
      waiting.push(wake);
      await clock.wait(deadline - clock.now(), AbortSignal.any([signal, woken.signal]));
      const place = waiting.indexOf(wake);
      if (place >= 0) waiting.splice(place, 1);
    }
    return !signal.aborted;
  }

  return {
    async enter(deadline, signal) {
      const hasPlace = await placeInside(deadline, signal);
      const at = Math.max(nextAt, clock.now());
      if (!hasPlace || at >= deadline) {
        // Whoever was woken in vain passes it on.
        wakeNext();
        return false;
      }
      inside += 1;
      nextAt = at + apartMs;
      await clock.wait(at - clock.now(), signal);
      return true;
    },
    leave() {
      inside -= 1;
      wakeNext();
    },
    holdUntil(time) {
      nextAt = Math.max(nextAt, time);
    },
  };
}
