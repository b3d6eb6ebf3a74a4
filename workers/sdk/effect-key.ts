import type { ActivityCall } from '../../definitions/activity/contract.ts';

/**
 * The ledger's key of what a call does to the world: case × scope × node × visit × item. It is the same for every
 * retry of one occasion and another for the next, and does not know of Temporal's run id.
 */
export function effectKey(call: Pick<ActivityCall, 'caseId' | 'scope' | 'node' | 'visit' | 'item'>): string {
  return [call.caseId, call.scope, call.node, call.visit, call.item]
    .map((part) => encodeURIComponent(part))
    .join('/');
}
