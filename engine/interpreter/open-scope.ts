import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Draft } from './draft.ts';
import type { FlowPlan, NodePlan } from './program.ts';
import type { Scope, Visits } from './state.ts';
import { countIn, withVisit } from './visits.ts';

/** Id of the root scope. */
export const ROOT = '0';

/** A scope while one event is worked on. Its values are replaced, never changed in place. */
export interface OpenScope {
  readonly id: string;
  readonly plan: FlowPlan;
  readonly caller: string | null;
  variables: JsonObject;
  visits: Visits;
  /** The copy of the visits that this event may write to; null before the first. */
  counted: Visits[number][] | null;
  outcome: string | null;
  changed: boolean;
}

/** The scope of that id, which must be one of the run. */
export function openScope(draft: Draft, scopeId: string): OpenScope {
  const open = draft.openScopes.get(scopeId);
  if (open !== undefined) return open;
  const scope = draft.scopes.get(scopeId);
  const plan = scope === undefined ? undefined : draft.program.flows.get(scope.flow);
  if (scope === undefined || plan === undefined) {
    throw new Error(`The state has a scope ${scopeId} whose flow the linked revision does not have.`);
  }
  return addScope(draft, scopeId, plan, scope, false);
}

/** A scope that begins now. */
export function addScope(
  draft: Draft,
  id: string,
  plan: FlowPlan,
  scope: Omit<Scope, 'flow'>,
  changed = true,
): OpenScope {
  const { caller, variables, visits, outcome } = scope;
  const open = { id, plan, caller, variables, visits, counted: null, outcome, changed };
  draft.openScopes.set(id, open);
  return open;
}

/** Counts a visit of the node and answers its number, from 1. */
export function countVisit(scope: OpenScope, plan: NodePlan): number {
  const { drawer, id } = plan;
  const counted = scope.counted ?? scope.visits.slice();
  const after = withVisit(counted[drawer], id);
  counted[drawer] = after;
  scope.counted = counted;
  scope.visits = counted;
  scope.changed = true;
  return countIn(after, id);
}

/** Sets a variable. One that the flow does not declare is made: a repeat's `collect` and results may be undeclared. */
export function setVariable(scope: OpenScope, name: string, value: Json): void {
  scope.variables = { ...scope.variables, [name]: value };
  scope.changed = true;
}

/** Sets those variables that the flow declares, and that are `among` these; others are left out. */
export function setDeclared(scope: OpenScope, values: JsonObject, among?: ReadonlySet<string>): void {
  scope.variables = withDeclared(scope.plan, scope.variables, values, among);
  scope.changed = true;
}

/** `variables` with those of `values` that the flow declares, and that are `among` these. */
export function withDeclared(
  plan: FlowPlan,
  variables: JsonObject,
  values: JsonObject,
  among?: ReadonlySet<string>,
): JsonObject {
  const result: { [name: string]: Json } = { ...variables };
  for (const name in values) {
    const value = values[name];
    if (value === undefined || !Object.hasOwn(plan.initial, name)) continue;
    if (among === undefined || among.has(name)) result[name] = value;
  }
  return result;
}
