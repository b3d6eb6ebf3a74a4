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

  /** Takes a place as soon as there is one; false if there is none in time. */
  async function takePlace(deadline: number, signal: AbortSignal): Promise<boolean> {
    while (inside >= limits.callsAtOnce) {
      if (clock.now() >= deadline || signal.aborted) return false;
      const woken = new AbortController();
      const wake = (): void => woken.abort();
      waiting.push(wake);
      await clock.wait(deadline - clock.now(), AbortSignal.any([signal, woken.signal]));
      const place = waiting.indexOf(wake);
      if (place >= 0) waiting.splice(place, 1);
    }
    // In the same turn as it was found free: others look as well.
    inside += 1;
    return true;
  }

  function leave(): void {
    inside -= 1;
    wakeNext();
  }

  return {
    async enter(deadline, signal) {
      if (!(await takePlace(deadline, signal))) {
        // Whoever was woken in vain passes it on.
        wakeNext();
        return false;
      }
      const at = Math.max(nextAt, clock.now());
      if (signal.aborted || at >= deadline) {
        leave();
        return false;
      }
      nextAt = at + apartMs;
      await clock.wait(at - clock.now(), signal);
      if (!signal.aborted) return true;
      leave();
      return false;
    },
    leave,
    holdUntil(time) {
      nextAt = Math.max(nextAt, time);
    },
  };
}
