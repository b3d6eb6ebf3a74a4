import { z } from 'zod';
import { ChannelKindSchema } from './conversation.schema.ts';

/** A channel's name is part of an address and of a log line: plain letters alone. */
export const ChannelNameSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,63}$/i,
    'a channel is named with letters, digits, dots, dashes and underscores',
  );
export const ChannelParams = z.object({ channel: ChannelNameSchema });
export const ChannelBodySchema = z.strictObject({
  kind: ChannelKindSchema,
  longestReply: z.number().int().positive().nullable().exactOptional(),
});
export const ChannelViewSchema = z.object({
  name: z.string(),
  kind: ChannelKindSchema,
  longestReply: z.number().int().nullable(),
});
export const ChannelSecretSchema = ChannelViewSchema.extend({ webhook: z.string(), secret: z.string() });
