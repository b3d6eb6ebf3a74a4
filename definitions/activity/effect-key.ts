import type { ActivityCall } from './contract.ts';

/**
 * The ledger's key of what a call does to the world: case × scope × node × visit × item. It is the same for every
 * retry of one occasion and another for the next, and does not know of Temporal's run id.
 */
export function effectKey(call: Pick<ActivityCall, 'caseId' | 'scope' | 'node' | 'visit' | 'item'>): string {
  return `${effectsOfStep(call)}${encodeURIComponent(call.visit)}/${encodeURIComponent(call.item)}`;
}

/** What the keys of all effects of one step of a case begin with. */
export function effectsOfStep(step: Pick<ActivityCall, 'caseId' | 'scope' | 'node'>): string {
  return [step.caseId, step.scope, step.node].map((part) => `${encodeURIComponent(part)}/`).join('');
}
