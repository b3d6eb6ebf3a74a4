import { z } from 'zod';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { HashSchema, IdSchema, NamedSchema, WhySchema } from './page.schema.ts';

const Name = z.string().trim().min(1, 'give it a name').max(BOUNDS.nameCharacters);
const Version = z.number().int().positive();

export const NewFlowBodySchema = z.strictObject({
  name: Name,
  copyOf: z
    .union([z.strictObject({ revision: HashSchema }), z.strictObject({ draft: IdSchema })])
    .exactOptional(),
});
export const RenameDraftBodySchema = z.strictObject({ version: Version, name: Name });
export const DiscardDraftBodySchema = z.strictObject({ version: Version });
export const ReleaseDraftBodySchema = z.strictObject({ version: Version, why: WhySchema });

export const DraftRowSchema = z.object({
  flowId: z.string(),
  name: z.string(),
  version: z.number().int(),
  by: NamedSchema,
  at: z.string(),
});
export const FindingSchema = z.object({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  flow: NamedSchema,
  step: NamedSchema.nullable(),
});
export const DraftViewSchema = DraftRowSchema.extend({
  revision: RevisionSchema,
  findings: z.array(FindingSchema),
  mayRelease: z.boolean(),
});
