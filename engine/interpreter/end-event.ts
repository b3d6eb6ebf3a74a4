import type { EndEvent } from '../../definitions/flow/end-event.ts';
import type { Behaviour } from './behaviour.ts';
import { cancelTokensOf } from './cancel.ts';
import type { Draft } from './draft.ts';
import { removeToken } from './move.ts';
import type { Standing } from './standing.ts';

/** Ends the token, and with `terminate` every other of its scope. */
export function linkEndEvent(node: EndEvent): Behaviour {
  const { outcome } = node;
  const end = (draft: Draft, at: Standing): void => {
    if (outcome !== undefined) {
      at.scope.outcome = outcome;
      at.scope.changed = true;
    }
    if (node.terminate === true) cancelTokensOf(draft, at.scope.id, at.token);
    const left = { at: draft.at, place: at.place, what: 'left' } as const;
    draft.trace.push(outcome === undefined ? left : { ...left, detail: { outcome } });
    removeToken(draft, at.token, at.scope.id);
  };
  return { ports: ['out'], begin: end, skip: end };
}
