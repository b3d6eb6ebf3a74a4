import { z } from 'zod';
import { JsonObjectSchema } from '../../definitions/flow/json.schema.ts';
import { ACTS } from '../../definitions/model/act.ts';
import { IdSchema, NamedSchema, PageQuery } from './page.schema.ts';

export const AuditQuery = z.strictObject({
  ...PageQuery,
  caseId: IdSchema.exactOptional(),
  who: IdSchema.exactOptional(),
  act: z.enum(ACTS).exactOptional(),
});

export const AuditRowSchema = z.object({
  id: z.string(),
  at: z.string(),
  who: NamedSchema,
  act: z.enum(ACTS),
  case: NamedSchema.nullable(),
  subject: NamedSchema,
  detail: JsonObjectSchema,
  why: z.string().nullable(),
});
