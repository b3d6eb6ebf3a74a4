import { z } from 'zod';
import { PART_KINDS } from '../../definitions/flow/part-kind.ts';
import { RevisionRowSchema } from './flow.schema.ts';
import { IdSchema, NamedSchema } from './page.schema.ts';

const PartKindSchema = z.enum(PART_KINDS);
export const PartParams = z.object({ kind: PartKindSchema, partId: IdSchema });

const PartRevisionSchema = RevisionRowSchema.extend({ size: z.number().int() });
export const PartRowSchema = z.object({
  kind: PartKindSchema,
  id: z.string(),
  name: z.string(),
  size: z.number().int(),
  flows: NamedSchema.array(),
  changes: z.number().int(),
  last: PartRevisionSchema,
});
export const PartViewSchema = PartRowSchema.pick({ kind: true, id: true, name: true }).extend({
  flows: z.object({ flow: NamedSchema, revisions: PartRevisionSchema.array() }).array(),
});
