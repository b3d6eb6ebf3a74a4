import { z } from 'zod';
import { CustomerSchema, ProfileSchema } from './customer.schema.ts';
import { IdSchema, InstantSchema, NamedSchema, WhySchema } from './page.schema.ts';

export const WhoAnswerSchema = z.strictObject({
  profileId: IdSchema,
  customerId: IdSchema,
  /** The event that asked. */
  eventId: IdSchema,
  answer: z.enum(['same', 'not the same', 'cannot tell']),
});
export const UndoLinkSchema = z.strictObject({ why: WhySchema });
export const LinkParams = z.object({ id: IdSchema });
export const WhoCountSchema = z.object({ open: z.number().int() });
export const WhoAnsweredSchema = WhoCountSchema.extend({ linkId: z.string().nullable() });

export const WhoQuestionSchema = z.object({
  eventId: z.string(),
  since: InstantSchema,
  probability: z.number(),
  isHousehold: z.boolean(),
  profile: ProfileSchema,
  customer: CustomerSchema,
  prior: z.number(),
  fields: z.array(
    z.object({
      field: z.string(),
      left: z.string().nullable(),
      right: z.string().nullable(),
      bits: z.number(),
      words: z.string(),
    }),
  ),
  said: z.object({ text: z.string(), at: InstantSchema, caseId: z.string().nullable() }).nullable(),
  takenBack: z.object({ by: NamedSchema, at: InstantSchema, why: z.string() }).nullable(),
});
