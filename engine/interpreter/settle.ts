import { removeScope } from './cancel.ts';
import type { Draft } from './draft.ts';
import { settleOneJoin } from './join.ts';
import { enter } from './move.ts';
import { openScope, ROOT } from './open-scope.ts';
import { standingOf } from './standing.ts';

/** Moves every token as far as it goes: until each stands at a wait, at a join or is stuck, and empty scopes have ended. */
export function settle(draft: Draft): void {
  do {
    for (let next = 0; next < draft.arriving.length; next += 1) {
      const arrival = draft.arriving[next];
      if (arrival !== undefined) enter(draft, arrival.token, arrival.to);
    }
    draft.arriving.length = 0;
  } while (draft.status === 'running' && (settleOneJoin(draft) || endOneScope(draft)));
}

/** Ends one scope that has no token left. False: there is none. */
function endOneScope(draft: Draft): boolean {
  for (const scope of draft.thinned) {
    draft.thinned.delete(scope);
    if (draft.tokens.ids().some((id) => draft.tokens.get(id)?.scope === scope)) continue;
    if (scope === ROOT) endRun(draft);
    else endCalled(draft, scope);
    return true;
  }
  return false;
}

function endRun(draft: Draft): void {
  draft.status = 'ended';
  draft.outcome = openScope(draft, ROOT).outcome;
  draft.commands.push({ type: 'endRun', outcome: draft.outcome });
}

function endCalled(draft: Draft, scopeId: string): void {
  const { variables, outcome } = openScope(draft, scopeId);
  removeScope(draft, scopeId);
  for (const id of draft.waits.ids()) {
    const wait = draft.waits.get(id);
    if (wait?.for !== 'called flow' || wait.data !== scopeId) continue;
    const at = standingOf(draft, wait.token);
    draft.waits.delete(id);
    if (at !== undefined) at.plan.behaviour.ended?.(draft, at, wait, { ...variables, outcome });
    return;
  }
}
