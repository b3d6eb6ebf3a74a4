import type { ReplyStore } from '../../../engine/store/replies.ts';
import { defineChannel, type Channel } from '../../sdk/channel.ts';

/** Name under which replies of channels without a way out of their own are kept. */
export const OUTBOX = 'outbox';

/**
 * Keeps replies where the page shows them: for channels that Earshot only listens to. A reply is sent when it stands
 * there as sent, and is found again by the key it was kept under.
 */
export function outboxChannel(replies: ReplyStore): Channel {
  return defineChannel({
    name: OUTBOX,
    kind: 'webhook',
    guarantee: 'searchable',
    async send({ reply }) {
      await replies.mark(reply.id, 'sent', { externalId: reply.id });
      return { externalId: reply.id };
    },
    async search(key) {
      const kept = await replies.byKey(key);
      return kept !== null && kept.status === 'sent' ? { externalId: kept.externalId ?? kept.id } : null;
    },
  });
}
