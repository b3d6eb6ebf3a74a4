import { z } from 'zod';
import { CaseStatusSchema } from './case.schema.ts';
import { IdSchema, InstantSchema, NamedSchema, WhySchema } from './page.schema.ts';

export const LinkBodySchema = z.strictObject({ primaryCaseId: IdSchema, why: WhySchema.exactOptional() });
export const CandidatesQuery = z.strictObject({ search: z.string().trim().max(200).default('') });

export const CaseCandidateSchema = z.object({
  id: z.string(),
  title: z.string(),
  channel: z.string(),
  status: CaseStatusSchema,
  author: z.string().nullable(),
  customer: z.string().nullable(),
  changedAt: z.string(),
  because: z.enum(['same customer', 'same person', 'search']),
});

export const LinkedCaseSchema = NamedSchema.extend({
  by: NamedSchema.nullable(),
  at: InstantSchema.nullable(),
  why: z.string().nullable(),
});
