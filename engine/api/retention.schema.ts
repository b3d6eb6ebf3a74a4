import { z } from 'zod';
import { RETENTION_DAYS, RETENTION_KINDS } from '../../definitions/model/retention.ts';
import { WhySchema } from './page.schema.ts';

export const RetentionChangeSchema = z.strictObject({
  kind: z.enum(RETENTION_KINDS),
  days: z.int().min(RETENTION_DAYS.least).max(RETENTION_DAYS.most).nullable(),
  why: WhySchema,
});

export const RetentionRunSchema = z.object({
  id: z.string(),
  by: z.string(),
  at: z.string(),
  endedAt: z.string().nullable(),
  taken: z.record(z.string(), z.number()),
});

export const RetentionViewSchema = z.object({
  rules: z.array(
    z.object({
      kind: z.enum(RETENTION_KINDS),
      what: z.string(),
      days: z.number().nullable(),
      by: z.string().nullable(),
      at: z.string().nullable(),
      why: z.string().nullable(),
    }),
  ),
  runs: z.array(RetentionRunSchema),
});
