import { z } from 'zod';
import { JsonObjectSchema } from '../../definitions/flow/json.schema.ts';
import { IdSchema, NamedSchema, PageQuery } from './page.schema.ts';

export const AuditQuery = z.strictObject({
  ...PageQuery,
  caseId: IdSchema.exactOptional(),
  who: IdSchema.exactOptional(),
  act: z.string().min(1).max(200).exactOptional(),
});

export const AuditRowSchema = z.object({
  id: z.string(),
  at: z.string(),
  who: NamedSchema,
  act: z.string(),
  case: NamedSchema.nullable(),
  subject: z.string().nullable(),
  detail: JsonObjectSchema,
  why: z.string().nullable(),
});
