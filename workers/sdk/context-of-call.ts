import type { ActivityCall } from '../../definitions/activity/contract.ts';
import { effectKey } from '../../definitions/activity/effect-key.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { ActivityContext, ActivityDeps } from './context.ts';
import { ledgerFor } from './ledger.ts';

/** What an activity has at hand while it does one call; `leaseMs` is how long its effect may be under way. */
export function contextOfCall(
  deps: ActivityDeps,
  call: ActivityCall,
  { leaseMs, revision }: { readonly leaseMs: number; readonly revision: () => Promise<Revision> },
): ActivityContext {
  return {
    ...deps,
    call,
    key: effectKey(call),
    effect: ledgerFor({ effects: deps.store.effects, call, leaseMs, now: deps.now }),
    revision,
  };
}
