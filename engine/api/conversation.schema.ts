import { z } from 'zod';
import { NamedSchema } from './page.schema.ts';

export const CHANNEL_KINDS = ['tweet', 'blog', 'forum', 'email', 'phone', 'shop', 'chat', 'webhook'] as const;
export const ChannelKindSchema = z.enum(CHANNEL_KINDS);
export const ReplyKindSchema = z.enum(['answer', 'satisfaction question', 'thanks', 'elsewhere']);
export const ReplyStatusSchema = z.enum(['draft', 'sent', 'suppressed', 'failed']);

export const ConversationEntrySchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('mention'),
    id: z.string(),
    conversationId: z.string(),
    channel: z.string(),
    kind: ChannelKindSchema,
    author: z.object({ profileId: z.string(), name: z.string().nullable(), handle: z.string().nullable() }),
    text: z.string().nullable(),
    subject: z.string().nullable(),
    url: z.string().nullable(),
    at: z.string(),
    receivedAt: z.string(),
  }),
  z.object({
    what: z.literal('reply'),
    id: z.string(),
    conversationId: z.string(),
    channel: z.string(),
    kind: ReplyKindSchema,
    status: ReplyStatusSchema,
    reason: z.string().nullable(),
    by: NamedSchema.nullable(),
    text: z.string().nullable(),
    at: z.string(),
  }),
]);

export const OutboxRowSchema = z.object({
  id: z.string(),
  case: NamedSchema,
  channel: z.string(),
  kind: ReplyKindSchema,
  status: ReplyStatusSchema,
  text: z.string().nullable(),
  by: NamedSchema.nullable(),
  at: z.string(),
});
