import { z } from 'zod';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { APPROVAL_STATES, WANTED } from '../../definitions/model/views/approval.ts';
import { ScenariosSchema } from '../../definitions/scenario/scenario.schema.ts';
import { HashSchema, IdSchema, NamedSchema, WhySchema } from './page.schema.ts';

export const ApprovalParams = z.object({ id: IdSchema });
export const ApproveBodySchema = z.strictObject({ digest: HashSchema });
export const SendBackBodySchema = z.strictObject({ why: WhySchema });

export const ApprovalRowSchema = z.object({
  id: z.string(),
  flowId: z.string(),
  name: z.string(),
  state: z.enum(APPROVAL_STATES),
  wants: z.enum(WANTED),
  by: NamedSchema,
  at: z.string(),
  why: z.string(),
  despite: z.array(z.string()).readonly(),
  decided: z.object({ by: NamedSchema, at: z.string(), why: z.string().nullable() }).nullable(),
});
export const ApprovalStateSchema = z.object({
  isNeeded: z.boolean(),
  last: ApprovalRowSchema.nullable(),
});
/** Instead of what was asked for, where another person has to approve of it first. */
export const HeldSchema = z.object({ held: ApprovalRowSchema });
export const ApprovalViewSchema = ApprovalRowSchema.extend({
  digest: HashSchema,
  revision: RevisionSchema,
  scenarios: ScenariosSchema,
  before: z
    .object({
      hash: HashSchema,
      number: z.number().int(),
      isLive: z.boolean(),
      scenarios: ScenariosSchema,
    })
    .nullable(),
  draft: z.enum(['as asked', 'changed since', 'gone']).nullable(),
  isOvertaken: z.boolean(),
  isMine: z.boolean(),
});
