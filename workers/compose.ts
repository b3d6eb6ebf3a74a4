import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Store } from '../engine/store/store.ts';
import { outboxChannel } from './channels/outbox/channel.ts';
import { webhookChannel } from './channels/webhook-out/channel.ts';
import { csvCrm } from './crm/csv/csv-crm.ts';
import type { WebhookSetting, WorkerEnvironment } from './environment.ts';
import { channelRegistry } from './sdk/channel.ts';
import type { ActivityDeps } from './sdk/context.ts';
import type { Crm } from './sdk/crm.ts';

/** What this installation's activities work with: its channels, customer systems and webhooks. */
export async function composeDeps(parts: {
  readonly store: Store;
  readonly environment: WorkerEnvironment;
  readonly logger: Logger;
}): Promise<ActivityDeps> {
  const { store, environment, logger } = parts;
  const webhooks = Object.entries(environment.EARSHOT_WEBHOOKS);
  return {
    store,
    channels: channelRegistry(
      webhooks.flatMap(([name, setting]) => channelOf(name, setting, store)),
      outboxChannel(store.replies),
    ),
    crms: environment.EARSHOT_CRM_FOLDER === undefined ? [] : await crmsIn(environment.EARSHOT_CRM_FOLDER),
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

/** Each folder in the folder is a CRM of its name. */
async function crmsIn(folder: string): Promise<readonly Crm[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => csvCrm({ name: entry.name, folder: path.join(folder, entry.name) }));
}
