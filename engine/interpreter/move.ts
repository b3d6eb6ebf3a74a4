import { OUT } from '../../definitions/flow/base.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Place } from './command.ts';
import { freshId, type Draft } from './draft.ts';
import { raiseIncident } from './incident.ts';
import { countVisit, openScope } from './open-scope.ts';
import type { NodePlan, Way } from './program.ts';
import type { Standing } from './standing.ts';

/** Most node entries (and turns of repeats) that one event may cause; what goes on is a loop that passes no wait. */
export const STEP_BUDGET = 10_000;

/** Lets a token that is on its way come to its node. */
export function enter(draft: Draft, tokenId: string, plan: NodePlan): void {
  const token = draft.tokens.get(tokenId);
  if (token === undefined) return; // Something cancelled it on its way.
  const scope = openScope(draft, token.scope);
  const visit = countVisit(scope, plan);
  const place: Place = { scope: scope.id, flow: plan.flow, node: plan.id, visit, item: 0 };
  const { split } = token;
  draft.tokens.set(tokenId, { scope: scope.id, node: plan.id, visit, split, at: 'working', since: draft.at });
  draft.trace.push({ at: draft.at, place, what: 'entered' });
  const at: Standing = { token: tokenId, split, scope, plan, place };
  if (isOverBudget(draft)) raiseOverBudget(draft, at, 0, 'node');
  else plan.behaviour.begin(draft, at);
}

/** Counts one more entry. True when the event has used up its budget. */
export function isOverBudget(draft: Draft): boolean {
  draft.entries += 1;
  return draft.entries > STEP_BUDGET;
}

/** Most tokens of a run at once; more come only of a loop that splits and never joins. Turns of repeats are no tokens. */
export const MOST_TOKENS = 256;

export function raiseOverBudget(draft: Draft, at: Standing, item: number, again: 'node' | 'turn'): void {
  raiseIncident(draft, at, item, again, {
    kind: 'step budget',
    failure: {
      code: 'step budget',
      message: `More than ${STEP_BUDGET} steps without a wait. Put a wait into the loop.`,
    },
  });
}

/**
 * Sends the token on by a port. No edge: it ends here. Several edges: it splits, one token for each.
 */
export function leave(draft: Draft, at: Standing, port: string, detail?: JsonObject): void {
  const token = draft.tokens.get(at.token);
  if (token?.repeat !== undefined) putOnNode(draft, at, at.token, at.split);
  depart(draft, at, at.token, at.split, port, detail);
}

/** A further token leaves by the port, of the same split; the one that stands there stays. */
export function spawn(draft: Draft, at: Standing, port: string, detail?: JsonObject): void {
  const token = freshId(draft, 't');
  putOnNode(draft, at, token, at.split);
  depart(draft, at, token, at.split, port, detail);
}

function depart(
  draft: Draft,
  at: Standing,
  token: string,
  split: string | null,
  port: string,
  detail: JsonObject | undefined,
): void {
  const { onward, ways } = at.plan;
  if (onward !== null && port === OUT) {
    trace(draft, at, port, onward.edge, detail);
    draft.arriving.push({ token, to: onward.to });
    return;
  }
  const [first, ...others] = ways.get(port) ?? [];
  if (first === undefined) {
    trace(draft, at, port, undefined, detail);
    removeToken(draft, token, at.scope.id);
    return;
  }
  if (others.length > 0 && token === at.token && draft.tokens.ids().length + others.length > MOST_TOKENS) {
    const message = `More than ${MOST_TOKENS} ways at once. Join what this step splits, before it is come to again.`;
    raiseIncident(draft, at, 0, 'node', {
      kind: 'step budget',
      failure: { code: 'too many tokens', message },
    });
    return;
  }
  trace(draft, at, port, first.edge, detail);
  draft.arriving.push({ token, to: first.to });
  if (others.length > 0) part(draft, at, token, split, port, others, detail);
}

/** The token leaves by several edges: it becomes one token of a new split, and so does a further one for each. */
function part(
  draft: Draft,
  at: Standing,
  token: string,
  split: string | null,
  port: string,
  others: readonly Way[],
  detail: JsonObject | undefined,
): void {
  const parting = freshId(draft, 's');
  draft.splits.set(parting, {
    scope: at.scope.id,
    node: at.plan.id,
    parent: splitAround(draft, split, at.plan.id),
  });
  putOnNode(draft, at, token, parting);
  for (const way of others) {
    const further = freshId(draft, 't');
    putOnNode(draft, at, further, parting);
    trace(draft, at, port, way.edge, detail);
    draft.arriving.push({ token: further, to: way.to });
  }
}

/**
 * The split that a new split at this node lies in. A token that came back to the node it was parted at has left that
 * occasion behind; otherwise a loop that is never joined would lie ever deeper in itself.
 */
function splitAround(draft: Draft, split: string | null, node: string): string | null {
  let around = split;
  for (let each = split; each !== null;) {
    const { node: parted, parent } = draft.splits.get(each) ?? { node: '', parent: null };
    if (parted === node) around = parent;
    each = parent;
  }
  return around;
}

/** Takes a token out of the run. What it waited for must have been cancelled before. */
export function removeToken(draft: Draft, token: string, scope: string): void {
  draft.tokens.delete(token);
  draft.thinned.add(scope);
}

function putOnNode(draft: Draft, at: Standing, token: string, split: string | null): void {
  const { scope, node, visit } = at.place;
  draft.tokens.set(token, { scope, node, visit, split, at: 'working', since: draft.at });
}

/** Written out case by case: a spread for each step would be the dearest part of stepping. */
function trace(
  draft: Draft,
  { place }: Standing,
  port: string,
  edge: string | undefined,
  detail: JsonObject | undefined,
): void {
  const { at } = draft;
  const what = 'left';
  if (detail === undefined)
    draft.trace.push(edge === undefined ? { at, place, what, port } : { at, place, what, port, edge });
  else
    draft.trace.push(
      edge === undefined ? { at, place, what, port, detail } : { at, place, what, port, edge, detail },
    );
}
