import { randomBytes } from 'node:crypto';
import type { ActivityCall } from '../../definitions/activity/contract.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { openStore, type Store } from '../../engine/store/store.ts';
import { outboxChannel } from '../channels/outbox/channel.ts';
import { channelRegistry } from './channel.ts';
import type { ActivityDeps } from './context.ts';
import { contextOfCall } from './context-of-call.ts';
import type { ActivityDefinition } from './define-activity.ts';

/** What one activity is run on: a case, its input, and, where it matters, the place in a drawing. */
export type TriedCall = { readonly caseId: string; readonly input: JsonObject } & Partial<
  Pick<ActivityCall, 'scope' | 'node' | 'visit' | 'item' | 'at' | 'revision'>
>;

/** One activity alone, on a real store of its own; Temporal is not needed. */
export interface ActivityKit {
  readonly store: Store;
  /** A customer says this; answers the case that it began. */
  hear(text: string): Promise<string>;
  /** Does it as a worker would: checks input and output, and keeps the ledger. Rejects with ActivityProblem. */
  run(activity: ActivityDefinition, call: TriedCall): Promise<Json>;
  /** Takes the store away. */
  close(): Promise<void>;
}

const LEASE_MS = 30_000;

/**
 * Opens it on the MongoDB of MONGODB_URI, as `npm test` sets it. `more` replaces what activities work with: customer
 * systems, channels, webhooks, the clock.
 */
export async function openActivityKit(more: Partial<ActivityDeps> = {}): Promise<ActivityKit> {
  const uri = process.env['MONGODB_URI'] ?? 'mongodb://127.0.0.1:27017';
  const store = await openStore({ uri, database: `earshot_kit_${randomBytes(5).toString('hex')}` });
  const deps = depsOf(store, more);
  return {
    store,
    async hear(text) {
      const id = randomBytes(6).toString('hex');
      const [verdict] = await store.mentions.capture([
        {
          channel: 'tweet',
          externalId: id,
          threadId: id,
          direction: 'inbound',
          author: { externalId: `author-${id}` },
          text,
          occurredAt: deps.now().toISOString(),
        },
      ]);
      if (verdict?.status !== 'captured' || verdict.caseId === null)
        throw new Error('The mention began no case.');
      return verdict.caseId;
    },
    run(activity, { caseId, input, ...place }) {
      const call = callOf(activity.contract.name, { caseId, input, at: deps.now().toISOString(), ...place });
      const revision = async (): Promise<Revision> => {
        const stored = await store.revisions.get(call.revision);
        if (stored === null) throw new Error('Put the revision into kit.store.revisions, and name its hash.');
        return stored;
      };
      return activity.perform(contextOfCall(deps, call, { leaseMs: LEASE_MS, revision }));
    },
    async close() {
      await store.dropDatabase();
      await store.close();
    },
  };
}

/** What an activity works with at the least: a store, and an outbox in place of channels. */
export function depsOf(store: Store, more: Partial<ActivityDeps> = {}): ActivityDeps {
  return {
    store,
    channels: channelRegistry([], outboxChannel(store.replies)),
    crms: [],
    webhooks: new Map(),
    now: () => new Date(),
    log: { info: () => undefined, error: () => undefined },
    ...more,
  };
}

/** A call of an activity as a run makes it, of a case that need not be there. */
export function callOf(activity: string, more: Partial<ActivityCall> = {}): ActivityCall {
  return {
    caseId: 'case-1',
    revision: 'none',
    activity,
    scope: '0',
    node: 'tried',
    visit: 1,
    item: 0,
    at: new Date().toISOString(),
    input: {},
    ...more,
  };
}
