import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { place } from './place.ts';
import type { ChangeEvent } from '../../definitions/model/views/change.ts';

type Change = Exclude<ChangeEvent, { readonly kind: 'everything' }>;

/** First words of the query keys that each kind of change makes old. */
const TOUCHES: Record<Change['kind'], readonly string[]> = {
  case: ['today', 'cases', 'case'],
  task: ['tasks', 'task', 'case'],
  incident: ['stuck', 'case', 'cases'],
  mention: ['today', 'case', 'cases'],
  reply: ['today', 'case'],
  flow: ['flows', 'today'],
};

/** So long changes are gathered; longer than the API shares one reading (engine/api/today.ts). */
const GATHER_MS = 150;
/** Asked again at most twice a second. */
const APART_MS = 500;
/** An answer that takes longer keeps nothing else waiting. */
const PATIENCE_MS = 5_000;
const RETRY_MS = 3_000;
const SAID_LOST_AFTER_MS = 1_500;

/**
 * Listens to what changes and asks again for what a page shows of it, gathered so that a flood is one question.
 * Answers whether the connection is lost; once it is back, everything on the page is asked again.
 */
export function useChanges(): { readonly isLost: boolean } {
  const client = useQueryClient();
  const [isLost, setLost] = useState(false);
  useEffect(() => listen(client, setLost), [client]);
  return { isLost };
}

function listen(client: QueryClient, setLost: (isLost: boolean) => void): () => void {
  const gathered = new Map<string, Change>();
  let isRefreshing = false;
  let isOver = false;
  let flushedAt = -Infinity;
  let source: EventSource | undefined;
  let flushing: ReturnType<typeof setTimeout> | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let losing: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;

  const gather = (): void => {
    if (isRefreshing || isOver) return;
    const restMs = Math.max(GATHER_MS, flushedAt + APART_MS - performance.now());
    flushing ??= setTimeout(() => void flush(), restMs);
  };
  // What changes while the answers are under way is asked about after them: to ask anew at once would give them up.
  const flush = async (): Promise<void> => {
    flushing = undefined;
    isRefreshing = true;
    flushedAt = performance.now();
    const refreshed = refresh(client, [...gathered.values()]);
    gathered.clear();
    await Promise.race([refreshed, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    isRefreshing = false;
    if (gathered.size > 0) gather();
  };
  const open = (): void => {
    retrying = undefined;
    source = new EventSource(`${place}/api/changes`);
    source.addEventListener('change', (event) => {
      const change: ChangeEvent = JSON.parse(event.data);
      if (change.kind === 'everything') return void client.invalidateQueries();
      gathered.set(`${change.kind}/${change.id}/${change.caseId}`, change);
      gather();
    });
    source.addEventListener('open', () => {
      clearTimeout(losing);
      losing = undefined;
      if (wasLost) void client.invalidateQueries();
      wasLost = false;
      setLost(false);
    });
    source.addEventListener('error', () => {
      losing ??= setTimeout(() => {
        wasLost = true;
        setLost(true);
      }, SAID_LOST_AFTER_MS);
      if (source?.readyState === EventSource.CLOSED) retrying ??= setTimeout(open, RETRY_MS);
    });
  };
  open();
  return () => {
    isOver = true;
    source?.close();
    for (const timer of [flushing, retrying, losing]) clearTimeout(timer);
  };
}

/** A change of one case or task makes only that one's page old, and the lists. */
function refresh(client: QueryClient, changes: readonly Change[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [first, second] }) =>
      changes.some((change) => {
        if (typeof first !== 'string' || !TOUCHES[change.kind].includes(first)) return false;
        if (first === 'case')
          return second === change.caseId || (change.kind === 'case' && second === change.id);
        return first !== 'task' || second === change.id;
      }),
  });
}
