import { z } from 'zod';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { DraftRowSchema } from './draft.schema.ts';
import { HashSchema, IdSchema, NamedSchema, WhySchema } from './page.schema.ts';

export const FlowParams = z.object({ flowId: IdSchema });
export const RevisionParams = z.object({ hash: HashSchema });
export const ReleaseBodySchema = z.strictObject({ hash: HashSchema, why: WhySchema });

/** As documented. As read, the revision is looked at by itself, so that a newer schema is named as such. */
export const PublishBodySchema = z.strictObject({ revision: RevisionSchema, why: WhySchema });
export const LenientPublishBodySchema = z.strictObject({ revision: z.looseObject({}), why: WhySchema });

export const RevisionRowSchema = z.object({
  hash: z.string(),
  flowId: z.string(),
  name: z.string(),
  number: z.number().int(),
  by: NamedSchema,
  at: z.string(),
  why: z.string(),
  live: z.boolean(),
});
export const RevisionViewSchema = RevisionRowSchema.omit({ live: true }).extend({ revision: RevisionSchema });
export const ReleaseRowSchema = RevisionRowSchema.omit({ live: true, name: true });
export const FlowRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  revisions: z.number().int(),
  live: ReleaseRowSchema.nullable(),
  newest: RevisionRowSchema.nullable(),
  draft: DraftRowSchema.nullable(),
  archived: z.object({ by: NamedSchema, at: z.string(), why: z.string() }).nullable(),
  takesCases: z.boolean(),
});
export const StandingBodySchema = z.strictObject({ why: WhySchema });
