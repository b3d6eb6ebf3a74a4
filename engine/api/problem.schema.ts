import { z } from 'zod';
import { JsonObjectSchema } from '../../definitions/flow/json.schema.ts';

export const FieldErrorSchema = z.object({ field: z.string(), reason: z.string() });

/** RFC 9457. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  whatToDo: z.string(),
  errors: z.array(FieldErrorSchema).exactOptional(),
  issues: z.array(JsonObjectSchema).exactOptional(),
});
