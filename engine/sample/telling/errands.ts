/** Acts of the story that are under way. One is done once; one that fails is tried again, later each time. */
export interface Errands {
  /** Begins the act, unless it was done, is under way, or failed just now. */
  once(key: string, act: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 6_400;

/** `failed` is told of every failure. */
export function errands(failed: (key: string, error: unknown) => void): Errands {
  const done = new Set<string>();
  const underWay = new Map<string, Promise<void>>();
  const pauses = new Map<string, { readonly until: number; readonly ms: number }>();

  async function go(key: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
      done.add(key);
    } catch (error) {
      const ms = Math.min((pauses.get(key)?.ms ?? FIRST_PAUSE_MS / 2) * 2, LONGEST_PAUSE_MS);
      pauses.set(key, { until: performance.now() + ms, ms });
      failed(key, error);
    } finally {
      underWay.delete(key);
    }
  }

  return {
    once(key, act) {
      if (done.has(key) || underWay.has(key)) return;
      if ((pauses.get(key)?.until ?? 0) > performance.now()) return;
      underWay.set(key, go(key, act));
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
