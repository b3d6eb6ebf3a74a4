import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { caseQuestion } from '../cases/case-questions.ts';
import { loadDrawing } from '../drawing/flow-drawing.tsx';
import { place } from './place.ts';

const CASE_ADDRESS = /^\/cases\/([^/]+)$/;
/** Once a page is there, so long after; then the next ones are fetched while nobody waits. */
const IDLE_AFTER_MS = 4_000;

/** Loads the script of the page of a case. */
export const loadCasePage = (): Promise<typeof import('../cases/case-page.tsx')> =>
  import('../cases/case-page.tsx');

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
  Promise.all([loadCasePage(), loadDrawing()]).catch(() => undefined);
}

function lookTowards(client: QueryClient, target: EventTarget | null): void {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
  if (!link.pathname.startsWith(`${place}/`)) return;
  const caseId = CASE_ADDRESS.exec(link.pathname.slice(place.length))?.[1];
  if (caseId === undefined) return;
  fetchScript();
  void client.prefetchQuery(caseQuestion(decodeURIComponent(caseId)));
}
