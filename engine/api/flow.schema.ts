import { z } from 'zod';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { WANTED } from '../../definitions/model/views/approval.ts';
import { ScenariosSchema } from '../../definitions/scenario/scenario.schema.ts';
import { ApprovalRowSchema, HeldSchema } from './approval.schema.ts';
import { DraftRowSchema } from './draft.schema.ts';
import { HashSchema, IdSchema, NamedSchema, WhySchema } from './page.schema.ts';

export const FlowParams = z.object({ flowId: IdSchema });
export const RevisionParams = z.object({ hash: HashSchema });
export const ReleaseBodySchema = z.strictObject({ hash: HashSchema, why: WhySchema });

/** As documented. As read, the revision is looked at by itself, so that a newer schema is named as such. */
export const PublishBodySchema = z.strictObject({
  revision: RevisionSchema,
  why: WhySchema,
  /** To stand beside it; absent: those that stand there already stay. */
  scenarios: ScenariosSchema.exactOptional(),
  /** Publish it although a scenario does not come out as it should. */
  anyway: z.boolean().exactOptional(),
  /** Make it live as well. */
  live: z.boolean().exactOptional(),
});
export const LenientPublishBodySchema = PublishBodySchema.extend({
  revision: z.looseObject({}),
  scenarios: z.looseObject({}).exactOptional(),
});

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
export const PublishedRowSchema = RevisionRowSchema.extend({ became: z.enum(WANTED) });
export const PublishedOrHeldSchema = z.union([PublishedRowSchema, HeldSchema]);
export const RevisionStoriesSchema = z.object({ scenarios: ScenariosSchema });
export const RevisionViewSchema = RevisionRowSchema.omit({ live: true }).extend({ revision: RevisionSchema });
export const ReleaseRowSchema = RevisionRowSchema.omit({ live: true, name: true }).extend({
  draft: IdSchema.exactOptional(),
  approvedBy: NamedSchema.exactOptional(),
});
/** A change of stories alone is told as a release is. */
export const StoryChangeRowSchema = ReleaseRowSchema;
export const FlowRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  revisions: z.number().int(),
  live: ReleaseRowSchema.nullable(),
  newest: RevisionRowSchema.nullable(),
  draft: DraftRowSchema.nullable(),
  waiting: ApprovalRowSchema.pick({ id: true, by: true, at: true }).nullable(),
  archived: z.object({ by: NamedSchema, at: z.string(), why: z.string() }).nullable(),
  takesCases: z.boolean(),
});
export const StandingBodySchema = z.strictObject({ why: WhySchema });
