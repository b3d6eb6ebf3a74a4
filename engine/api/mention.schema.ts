import { z } from 'zod';
import { IdSchema } from './page.schema.ts';
import { JsonObjectSchema } from '../../definitions/flow/json.schema.ts';

/**
 * One mention as a channel hands it over. Only the shape is checked here; the bounds (MENTION_LIMITS) and everything
 * that needs the store are its, and come back as a verdict.
 */
export const IncomingMentionSchema = z.object({
  channel: z.string().min(1),
  externalId: z.string().min(1),
  threadId: z.string().exactOptional(),
  direction: z.enum(['inbound', 'outbound']),
  author: z.object({
    externalId: z.string().min(1),
    name: z.string().exactOptional(),
    handle: z.string().exactOptional(),
    email: z.string().exactOptional(),
    phone: z.string().exactOptional(),
  }),
  text: z.string(),
  subject: z.string().exactOptional(),
  url: z.string().exactOptional(),
  brand: z.string().exactOptional(),
  language: z.string().exactOptional(),
  occurredAt: z.string(),
  inReplyTo: z.string().exactOptional(),
  extra: JsonObjectSchema.exactOptional(),
});

export const MOST_MENTIONS = 1_000;
export const ImportIdSchema = z.string().min(1).max(200);

/** A batch as documented. */
export const CaptureBodySchema = z.union([
  z.object({
    mentions: z.array(IncomingMentionSchema).min(1).max(MOST_MENTIONS),
    importId: ImportIdSchema.exactOptional(),
  }),
  IncomingMentionSchema,
]);

/** A batch as read: each mention is judged by itself, so that one bad row does not refuse the others. */
export const LenientCaptureBodySchema = z.union([
  z.object({
    mentions: z
      .array(z.unknown())
      .min(1)
      .max(MOST_MENTIONS, `a batch holds at most ${MOST_MENTIONS} mentions`),
    importId: ImportIdSchema.exactOptional(),
  }),
  z
    .looseObject({ externalId: z.unknown(), text: z.unknown() })
    .transform((mention) => ({ mentions: [mention], importId: undefined })),
]);

export const CaptureAnswerSchema = z.object({
  verdicts: z.array(
    z.discriminatedUnion('status', [
      z.object({ status: z.literal('captured'), mentionId: z.string(), caseId: z.string().nullable() }),
      z.object({ status: z.literal('duplicate'), mentionId: z.string(), caseId: z.string().nullable() }),
      z.object({ status: z.literal('rejected'), field: z.string(), reason: z.string() }),
    ]),
  ),
});

export const ImportParams = z.object({ importId: IdSchema });
const Count = z.number().int().nonnegative();
export const ImportProgressSchema = z.object({
  mentions: Count,
  conversations: Count,
  cases: Count,
  settled: Count,
  lost: Count,
  incidents: Count,
});
