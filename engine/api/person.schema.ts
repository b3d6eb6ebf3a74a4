import { z } from 'zod';
import { JsonObjectSchema } from '../../definitions/flow/json.schema.ts';
import { IdSchema, WhySchema } from './page.schema.ts';

const MOST_PROFILES = 100;

const Sought = {
  profileIds: z.array(IdSchema).max(MOST_PROFILES).exactOptional(),
  email: z.string().trim().min(3).max(500).exactOptional(),
};
const NAMED = 'name a profile or an e-mail address';
const isNamed = ({ profileIds = [], email }: { profileIds?: readonly string[]; email?: string }): boolean =>
  profileIds.length > 0 || email !== undefined;

export const PersonSoughtSchema = z.strictObject(Sought).refine(isNamed, NAMED);

export const PersonRequestSchema = z
  .strictObject({
    ...Sought,
    reference: z.string().trim().min(1, 'say which request this is').max(300),
    why: WhySchema,
  })
  .refine(isNamed, NAMED);

export const PersonFoundSchema = z.object({
  profileIds: z.array(z.string()),
  customerIds: z.array(z.string()),
  alsoLinked: z.array(
    z.object({
      id: z.string(),
      channel: z.string(),
      name: z.string().nullable(),
      handle: z.string().nullable(),
    }),
  ),
});

export const PersonExportSchema = z.object({
  about: z.string(),
  made: z.string(),
  parts: z.array(z.object({ part: z.string(), what: z.string(), items: z.array(JsonObjectSchema) })),
});

const ErasureProofSchema = z.object({
  id: z.string(),
  profileIds: z.array(z.string()),
  by: z.string(),
  reference: z.string(),
  why: z.string(),
  begunAt: z.string(),
  doneAt: z.string().nullable(),
  taken: z.record(z.string(), z.number()),
  digest: z.string().nullable(),
  casesInWork: z.boolean(),
});

export const ErasureReceiptSchema = z.object({
  erasure: ErasureProofSchema,
  already: z.boolean(),
  again: z.number(),
});

export const ErasureParams = z.object({ id: IdSchema });
export const ErasureViewSchema = z.object({
  erasure: ErasureProofSchema,
  stillHolds: z.boolean().nullable(),
});
