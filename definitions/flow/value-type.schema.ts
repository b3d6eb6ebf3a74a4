import { z } from 'zod';
import { NameSchema, recordOf } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';
import type { ValueType } from './value-type.ts';

export const ValueTypeSchema: z.ZodType<ValueType> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('string'),
    allowed: z.array(NameSchema).max(BOUNDS.allowedValues).exactOptional(),
  }),
  z.strictObject({ type: z.literal('number') }),
  z.strictObject({ type: z.literal('boolean') }),
  z.strictObject({ type: z.literal('date') }),
  z.strictObject({ type: z.literal('time') }),
  z.strictObject({ type: z.literal('date and time') }),
  z.strictObject({ type: z.literal('days and time duration') }),
  z.strictObject({ type: z.literal('years and months duration') }),
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({
    type: z.literal('list'),
    get of(): z.ZodType<ValueType> {
      return ValueTypeSchema;
    },
  }),
  z.strictObject({
    type: z.literal('context'),
    get fields() {
      return recordOf(NameSchema, ValueTypeSchema, BOUNDS.members);
    },
  }),
  z.strictObject({ type: z.literal('any') }),
]);
