import type { ActivityCall } from '../../definitions/activity/contract.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Store } from '../../engine/store/store.ts';
import type { ChannelRegistry } from './channel.ts';
import type { Crm } from './crm.ts';
import type { Ledger } from './ledger.ts';
import type { WebhookTarget } from './webhook-target.ts';

/** Ids, codes and numbers only: a log outlives an erasure. */
export interface ActivityLog {
  info(facts: JsonObject, message: string): void;
  error(facts: JsonObject, message: string): void;
}

/** What a worker composes once and hands to every activity. */
export interface ActivityDeps {
  readonly store: Store;
  readonly channels: ChannelRegistry;
  readonly crms: readonly Crm[];
  /** Where webhooks may go, by the name a drawing uses. */
  readonly webhooks: ReadonlyMap<string, WebhookTarget>;
  readonly now: () => Date;
  readonly log: ActivityLog;
}

/** What an activity works with. */
export interface ActivityContext extends ActivityDeps {
  readonly call: ActivityCall;
  /** The ledger's key of this occasion: the same for every retry. */
  readonly key: string;
  /** The revision the case is pinned to: its word lists, its tables. */
  revision(): Promise<Revision>;
  /** The ledger around an act on the world. */
  readonly effect: Ledger;
}
