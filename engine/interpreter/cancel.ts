import type { Draft } from './draft.ts';
import { clearIncident } from './incident.ts';
import { removeToken } from './move.ts';
import { ROOT } from './open-scope.ts';
import { standingOf, type Standing } from './standing.ts';
import type { Waiting } from './state.ts';

/** Gives up a wait: tells the host, and ends the flow that was called. */
export function cancelWait(draft: Draft, id: string, wait: Waiting): void {
  draft.waits.delete(id);
  switch (wait.for) {
    case 'activity':
      draft.commands.push({ type: 'cancelActivity', id });
      return;
    case 'timer':
    case 'boundary timer':
      draft.commands.push({ type: 'cancelTimer', id });
      return;
    case 'task':
      draft.commands.push({ type: 'cancelTask', id, reason: 'cancelled' });
      return;
    case 'called flow':
      if (typeof wait.data === 'string') cancelScope(draft, wait.data);
      return;
    case 'message':
  }
}

/** Gives up all that a token waits for and is stuck at. The token stays. */
export function cancelWork(draft: Draft, token: string): void {
  if (!draft.waits.isEmpty()) {
    for (const id of draft.waits.ids()) {
      const wait = draft.waits.get(id);
      if (wait?.token === token) cancelWait(draft, id, wait);
    }
  }
  if (draft.incidents.isEmpty()) return;
  for (const id of draft.incidents.ids())
    if (draft.incidents.get(id)?.token === token) clearIncident(draft, id);
}

/** Ends a token with all that it waits for. */
export function cancelToken(draft: Draft, at: Standing): void {
  cancelWork(draft, at.token);
  draft.trace.push({ at: draft.at, place: at.place, what: 'cancelled' });
  removeToken(draft, at.token, at.scope.id);
}

/** Ends every token of the scope but one. */
export function cancelTokensOf(draft: Draft, scope: string, but?: string): void {
  for (const id of draft.tokens.ids()) {
    if (id === but || draft.tokens.get(id)?.scope !== scope) continue;
    const at = standingOf(draft, id);
    if (at !== undefined) cancelToken(draft, at);
  }
}

/** Ends a called flow with all that goes on in it, called flows of its own too. */
function cancelScope(draft: Draft, scope: string): void {
  cancelTokensOf(draft, scope);
  removeScope(draft, scope);
}

export function removeScope(draft: Draft, scope: string): void {
  draft.openScopes.delete(scope);
  draft.scopes.delete(scope);
  draft.thinned.delete(scope);
}

/** Ends the whole run, whatever it waits for. */
export function cancelRun(draft: Draft): void {
  cancelTokensOf(draft, ROOT);
  draft.arriving.length = 0;
  draft.thinned.clear();
  draft.status = 'cancelled';
  draft.outcome = null;
  draft.commands.push({ type: 'endRun', outcome: null });
}
