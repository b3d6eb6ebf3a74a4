import type { Query, QueryClient } from '@tanstack/react-query';

/** So long changes are gathered; longer than the API shares one reading (engine/api/today.ts). */
const GATHER_MS = 150;
/** From one asking of a question to the next. */
const APART_MS = 400;

/** Asks again for what has changed, each question for itself: a slow one keeps no other waiting. */
export interface Refresher {
  /** What is looked at and was asked with such a key is asked again soon; the rest when it is looked at again. */
  refresh(isOld: (key: readonly unknown[]) => boolean): void;
  /** Gives up what was to be asked. */
  stop(): void;
}

/** @param client holds the questions of the page */
export function makeRefresher(client: QueryClient): Refresher {
  /** By the hash of the question: a timer until it is asked, then `null` while the answer is under way. */
  const asking = new Map<string, ReturnType<typeof setTimeout> | null>();
  /** Changed while the answer was under way: to ask anew at once would give that answer up. */
  const again = new Set<string>();
  const restsUntil = new Map<string, number>();

  const ask = async (query: Query): Promise<void> => {
    const hash = query.queryHash;
    asking.set(hash, null);
    restsUntil.set(hash, performance.now() + APART_MS);
    // An answer that was under way already may be of before the change.
    if (query.state.fetchStatus === 'fetching') again.add(hash);
    await client.refetchQueries(
      { predicate: ({ queryHash }) => queryHash === hash, type: 'active' },
      { cancelRefetch: false },
    );
    asking.delete(hash);
    if (again.delete(hash)) soon(query);
  };
  const soon = (query: Query): void => {
    const hash = query.queryHash;
    const underWay = asking.get(hash);
    if (underWay === null) again.add(hash);
    if (underWay !== undefined) return;
    const restMs = Math.max(GATHER_MS, (restsUntil.get(hash) ?? 0) - performance.now());
    asking.set(
      hash,
      setTimeout(() => void ask(query), restMs),
    );
  };
  return {
    refresh(isOld) {
      for (const [hash, until] of restsUntil) if (until < performance.now()) restsUntil.delete(hash);
      for (const query of client.getQueryCache().findAll({ predicate: ({ queryKey }) => isOld(queryKey) })) {
        if (query.isActive()) soon(query);
        else query.invalidate();
      }
    },
    stop() {
      for (const timer of asking.values()) if (timer !== null) clearTimeout(timer);
      asking.clear();
      again.clear();
    },
  };
}
