import { z } from 'zod';
import { JsonSchema } from '../../definitions/flow/json.schema.ts';
import { ChannelKindSchema } from './conversation.schema.ts';
import { PageQuery, WhySchema } from './page.schema.ts';
import { CaseNameSchema } from './task.schema.ts';

export const NoiseQuery = z.strictObject(PageQuery);
export const BringBackBodySchema = z.strictObject({ why: WhySchema });

export const NoiseRowSchema = z.object({
  case: CaseNameSchema,
  at: z.string(),
  history: z.boolean(),
  mentions: z.array(
    z.object({
      id: z.string(),
      author: z.string().nullable(),
      kind: ChannelKindSchema,
      text: z.string().nullable(),
      url: z.string().nullable(),
      at: z.string(),
    }),
  ),
  reason: z
    .object({
      flow: z.string(),
      called: z.string(),
      node: z.string(),
      revision: z.string(),
      step: z.string(),
      about: z.string().nullable(),
      table: z.string().nullable(),
      row: z.number().int().nullable(),
      note: z.string().nullable(),
      looked: z.array(z.object({ name: z.string(), test: z.string(), value: JsonSchema })),
    })
    .nullable(),
  stays: z.enum(['coming back', 'older drawing']).nullable(),
});
