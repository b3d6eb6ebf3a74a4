import type { Logger } from 'pino';
import type { Store } from '../engine/store/store.ts';
import { outboxChannel } from './channels/outbox/channel.ts';
import { webhookChannel } from './channels/webhook-out/channel.ts';
import type { WebhookSetting, WorkerEnvironment } from './environment.ts';
import { channelRegistry } from './sdk/channel.ts';
import type { ActivityDeps } from './sdk/context.ts';
import type { Crm } from './sdk/crm.ts';

/** What this installation's activities work with: its channels, customer systems and webhooks. */
export function composeDeps(parts: {
  readonly store: Store;
  readonly environment: WorkerEnvironment;
  readonly logger: Logger;
  readonly crms: readonly Crm[];
}): ActivityDeps {
  const { store, environment, logger, crms } = parts;
  const webhooks = Object.entries(environment.EARSHOT_WEBHOOKS);
  return {
    store,
    channels: channelRegistry(
      webhooks.flatMap(([name, setting]) => channelOf(name, setting, store)),
      outboxChannel(store.replies),
    ),
    crms,
    webhooks: new Map(webhooks.map(([name, { url, secret }]) => [name, { url, secret }])),
    now: () => new Date(),
    log: {
      info: (facts, message) => logger.info(facts, message),
      error: (facts, message) => logger.error(facts, message),
    },
  };
}

function channelOf(name: string, setting: WebhookSetting, store: Store): ReturnType<typeof webhookChannel>[] {
  const { url, secret, repliesFor } = setting;
  if (repliesFor === undefined) return [];
  return [webhookChannel({ name, kind: repliesFor, target: { url, secret }, replies: store.replies })];
}
