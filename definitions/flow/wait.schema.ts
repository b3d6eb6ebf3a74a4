import { z } from 'zod';
import { FeelSchema, NameSchema } from './base.schema.ts';

export const WaitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duration'), for: FeelSchema }),
  z.strictObject({ kind: z.literal('until'), at: FeelSchema }),
  z.strictObject({
    kind: z.literal('businessHours'),
    for: FeelSchema,
    calendar: NameSchema.meta({ format: 'calendar' }),
  }),
]);
