import type { Store } from '../../engine/store/store.ts';
import type { ActivityDeps } from '../../workers/sdk/context.ts';

/** What activities need when they reach for nothing but the store. */
export function bareDeps(store: Store): ActivityDeps {
  return {
    store,
    channels: {
      forSending: (name) => {
        throw new Error(`nothing is sent on ${name} here`);
      },
    },
    crms: [],
    webhooks: new Map(),
    now: () => new Date(),
    log: { info: () => undefined, error: () => undefined },
  };
}
