import { z } from 'zod';
import { IncomingMentionSchema, MOST_MENTIONS } from './mention.schema.ts';

/** A mention as a webhook sends it: its channel is the address, and it is inbound unless it says otherwise. */
export const WebhookMentionSchema = IncomingMentionSchema.omit({ channel: true }).extend({
  direction: IncomingMentionSchema.shape.direction.exactOptional(),
});

/** A CloudEvent whose data is a mention; its id and time stand in for the mention's where those are missing. */
export const MentionEventSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.string(),
  time: z.iso.datetime({ offset: true }).exactOptional(),
  data: WebhookMentionSchema.extend({
    externalId: z.string().exactOptional(),
    occurredAt: z.string().exactOptional(),
  }),
});

export const WebhookBodySchema = z.union([
  MentionEventSchema,
  z.array(MentionEventSchema).max(MOST_MENTIONS),
  WebhookMentionSchema,
  z.object({ mentions: z.array(WebhookMentionSchema).max(MOST_MENTIONS) }),
]);
