import type { ChannelKind } from '../../../definitions/model/mention.ts';
import { defineChannel, type Channel } from '../../sdk/channel.ts';
import type { WebhookTarget } from '../../sdk/webhook-target.ts';
import type { ReplyStore } from '../../../engine/store/replies.ts';
import { postSigned } from './post-signed.ts';

/** A channel whose replies another system sends: each is posted to it under its key, which it must refuse twice. */
export function webhookChannel(options: {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly target: WebhookTarget;
  readonly replies: ReplyStore;
}): Channel {
  const { name, kind, target, replies } = options;
  return defineChannel({
    name,
    kind,
    guarantee: 'keyed',
    async send({ key, reply, way, inReplyTo, threadId }) {
      const { text, conversationId, at } = reply;
      const data = { replyId: reply.id, conversationId, kind: reply.kind, text, way, inReplyTo, threadId };
      const externalId =
        (await postSigned(target, { key, type: 'earshot.reply', subject: reply.caseId, time: at, data })) ??
        key;
      await replies.mark(reply.id, 'sent', { externalId });
      return { externalId };
    },
  });
}
