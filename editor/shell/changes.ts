import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { place } from './place.ts';
import { makeRefresher } from './refresher.ts';
import { SAMPLE_DAY } from './sample-day.ts';
import type { ChangeEvent } from '../../definitions/model/views/change.ts';

type Change = Exclude<ChangeEvent, { readonly kind: 'everything' }>;

/** First words of the query keys that each kind of change makes old. */
const TOUCHES: Record<Change['kind'], readonly string[]> = {
  case: ['today', 'cases', 'case'],
  task: ['tasks', 'task', 'case'],
  incident: ['stuck', 'case', 'cases'],
  mention: ['today', 'case', 'cases'],
  reply: ['today', 'case'],
  flow: ['flows', 'today', 'draft news'],
  who: ['who', 'case'],
};

const RETRY_MS = 3_000;
const SAID_LOST_AFTER_MS = 1_500;

/**
 * Listens to what changes and asks again for what a page shows of it, so that a flood is one question.
 * Answers whether the connection is lost; once it is back, everything on the page is asked again.
 */
export function useChanges(): { readonly isLost: boolean } {
  const client = useQueryClient();
  const [isLost, setLost] = useState(false);
  useEffect(() => listen(client, setLost), [client]);
  return { isLost };
}

function listen(client: QueryClient, setLost: (isLost: boolean) => void): () => void {
  const refresher = makeRefresher(client);
  let source: EventSource | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let losing: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;

  const open = (): void => {
    retrying = undefined;
    source = new EventSource(`${place}/api/changes`);
    source.addEventListener('change', (event) => {
      const change: ChangeEvent = JSON.parse(event.data);
      if (change.kind === 'everything') return void client.invalidateQueries();
      refresher.refresh((key) => isTouched(key, change));
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
      if (place !== '') {
        // A sample day may have been taken away: it is listened to again only if it is on.
        source?.close();
        refresher.stop();
        void client.invalidateQueries({ queryKey: SAMPLE_DAY });
      }
      if (source?.readyState === EventSource.CLOSED) retrying ??= setTimeout(open, RETRY_MS);
    });
  };
  open();
  return () => {
    refresher.stop();
    source?.close();
    for (const timer of [retrying, losing]) clearTimeout(timer);
  };
}

/** A change of one case or task makes only that one's page old, and the lists; of who somebody is, any customer's card. */
function isTouched([first, second, third]: readonly unknown[], change: Change): boolean {
  if (typeof first !== 'string' || !TOUCHES[change.kind].includes(first)) return false;
  if (change.kind === 'who') return first === 'who' || third === 'customer';
  if (first === 'case') return second === change.caseId || (change.kind === 'case' && second === change.id);
  return first !== 'task' || second === change.id;
}
