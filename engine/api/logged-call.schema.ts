import { z } from 'zod';
import { MENTION_LIMITS } from '../../definitions/model/mention.ts';
import { ChannelNameSchema, ChannelViewSchema } from './channel.schema.ts';
import { InstantSchema } from './page.schema.ts';

const Given = z.string().trim().min(1).max(MENTION_LIMITS.name);

export const LoggedCallSchema = z.strictObject({
  key: z.string().regex(/^[A-Za-z0-9_-]{8,100}$/, 'a key has 8 to 100 letters, digits, dashes'),
  channel: ChannelNameSchema,
  who: z
    .strictObject({
      name: Given.exactOptional(),
      phone: Given.exactOptional(),
      email: Given.exactOptional(),
      accountNumber: Given.exactOptional(),
    })
    .refine((who) => Object.keys(who).length > 0, 'say who it was, by at least one of these'),
  said: z.string().trim().min(1, 'write down what they said').max(MENTION_LIMITS.text),
  at: InstantSchema,
  brand: Given.exactOptional(),
  region: Given.exactOptional(),
});

export const CallReceiptSchema = z.object({ mentionId: z.string(), caseId: z.string() });

export const CallChoicesSchema = z.object({
  ways: z.array(ChannelViewSchema.pick({ name: true, kind: true })),
  brands: z.array(z.string()),
  regions: z.array(z.string()),
});
