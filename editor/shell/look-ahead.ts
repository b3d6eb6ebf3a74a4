import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { caseQuestion, revisionQuestion } from '../cases/case-questions.ts';
import { loadExplaining } from '../cases/step/told-decision.ts';
import { drawing } from '../drawing/flow-drawing.tsx';
import { askAhead } from './api.ts';
import { fetched } from './fetched.ts';
import { place } from './place.ts';

/** An id has nothing that an address must write otherwise: what has is no case's. */
const CASE_ADDRESS = /^\/cases\/([^/%]+)$/;
/** What workers offer. */
const ACTIVITIES = '/activities';
const DRAFT_ADDRESS = /^\/flows\/([^/%]+)\/draft(?=$|\/)/;
/** Once a page is there, so long after; then the next ones are fetched while nobody waits. */
const IDLE_AFTER_MS = 4_000;

export const casePage = fetched(() => import('../cases/case-page.tsx').then((page) => page.default));

/**
 * Fetches what will most likely be looked at next: the case whose link is pointed at or has the focus, and after a
 * while the script that every case needs. So that a case is there when it is opened.
 */
export function useLookAhead(): void {
  const client = useQueryClient();
  useEffect(() => {
    const toward = (event: Event): void => lookTowards(client, event.target);
    document.addEventListener('pointerover', toward, { passive: true });
    document.addEventListener('focusin', toward);
    const idle = setTimeout(fetchScript, IDLE_AFTER_MS);
    return () => {
      document.removeEventListener('pointerover', toward);
      document.removeEventListener('focusin', toward);
      clearTimeout(idle);
    };
  }, [client]);
}

/** What cannot be fetched now is asked for again when it is needed, and told of then. */
function fetchScript(): void {
  Promise.all([casePage.fetch(), drawing.fetch(), loadExplaining()]).catch(() => undefined);
}

function lookTowards(client: QueryClient, target: EventTarget | null): void {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
  if (!link.pathname.startsWith(`${place}/`)) return;
  if (fetchCase(client, link.pathname.slice(place.length))) fetchScript();
}

/** Begins to ask for the case whose page has that address below `place`, and its flow. False: it is no case's. */
export function fetchCase(client: QueryClient, address: string): boolean {
  const caseId = CASE_ADDRESS.exec(address)?.[1];
  if (caseId === undefined) return false;
  void fetchWithFlow(client, caseId);
  return true;
}

/** The same for the draft whose page has that address, for what its steps may do, and for what is kept of it here. */
export function fetchDraft(address: string): void {
  const [draft, flowId] = DRAFT_ADDRESS.exec(address) ?? [];
  if (draft === undefined || flowId === undefined) return;
  askAhead(`${draft}/content`);
  askAhead(ACTIVITIES);
  // What cannot be fetched now is asked for again by the page.
  import('../designer/kept/log-store.ts').then(
    ({ openLogsAhead }) => openLogsAhead(flowId),
    () => undefined,
  );
}

async function fetchWithFlow(client: QueryClient, caseId: string): Promise<void> {
  await client.prefetchQuery(caseQuestion(caseId));
  const hash = client.getQueryData(caseQuestion(caseId).queryKey)?.revision?.hash;
  if (hash !== undefined) await client.prefetchQuery(revisionQuestion(hash));
}
