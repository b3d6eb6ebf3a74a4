import { z } from 'zod';
import { IdSchema, NameSchema } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';

export const WordListSchema = z.strictObject({
  id: IdSchema,
  name: NameSchema,
  language: z.string().min(2).max(35).exactOptional(),
  entries: z
    .array(
      z.strictObject({
        phrase: z
          .string()
          .regex(/\S/, { error: 'A phrase has at least one character that is no blank.' })
          .max(BOUNDS.nameCharacters),
        means: NameSchema,
        weight: z.number().exactOptional(),
      }),
    )
    .max(BOUNDS.wordListEntries),
});
