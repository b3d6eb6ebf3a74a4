import type { Place } from './command.ts';
import type { Draft } from './draft.ts';
import type { NodePlan } from './program.ts';
import { openScope, type OpenScope } from './open-scope.ts';

/** A token, the node it stands on and the scope it is in, looked up once. */
export interface Standing {
  readonly token: string;
  readonly split: string | null;
  readonly scope: OpenScope;
  readonly plan: NodePlan;
  /** With item 0; turns of a repeat have places of their own. */
  readonly place: Place;
}

/** Where a token of the draft stands. Undefined when there is no such token. */
export function standingOf(draft: Draft, tokenId: string): Standing | undefined {
  const token = draft.tokens.get(tokenId);
  if (token === undefined) return undefined;
  const scope = openScope(draft, token.scope);
  const plan = scope.plan.nodes.get(token.node);
  if (plan === undefined)
    throw new Error(`The state stands on step ${token.node}, which the linked revision does not have.`);
  return {
    token: tokenId,
    split: token.split,
    scope,
    plan,
    place: { scope: token.scope, flow: plan.flow, node: plan.id, visit: token.visit, item: 0 },
  };
}

/** The place of one turn. */
export function placeOf(at: Standing, item: number): Place {
  return item === 0 ? at.place : { ...at.place, item };
}
