import { removeScope } from './cancel.ts';
import type { Draft } from './draft.ts';
import { settleOneJoin } from './join.ts';
import { enter } from './move.ts';
import { openScope, ROOT } from './open-scope.ts';
import { standingOf } from './standing.ts';

/** Moves every token as far as it goes: until each stands at a wait, at a join or is stuck, and empty scopes have ended. */
export function settle(draft: Draft, look: ((draft: Draft) => void) | null): void {
  do {
    for (let next = 0; next < draft.arriving.length; next += 1) {
      const arrival = draft.arriving[next];
      if (arrival === undefined) continue;
      enter(draft, arrival.token, arrival.to);
      look?.(draft);
    }
    draft.arriving.length = 0;
  } while (draft.status === 'running' && settleMore(draft, look));
}

/** A join or a scope that is over. False: there is neither. */
function settleMore(draft: Draft, look: ((draft: Draft) => void) | null): boolean {
  const isMore = settleOneJoin(draft) || endOneScope(draft);
  if (isMore) look?.(draft);
  return isMore;
}

/** Ends one scope that has no token left. False: there is none. */
function endOneScope(draft: Draft): boolean {
  for (const scope of draft.thinned) {
    draft.thinned.delete(scope);
    if (draft.tokens.find((token) => token.scope === scope) !== undefined) continue;
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
  const id = draft.waits.find((wait) => wait.for === 'called flow' && wait.data === scopeId);
  const wait = id === undefined ? undefined : draft.waits.get(id);
  const at = wait === undefined ? undefined : standingOf(draft, wait.token);
  if (id === undefined || wait === undefined || at === undefined) return;
  draft.waits.delete(id);
  at.plan.behaviour.ended?.(draft, at, wait, { ...variables, outcome });
}
