import { z } from 'zod';
import { FeelSchema, MappingSchema, NameSchema, nodeShape, VariableNameSchema } from './base.schema.ts';
import { taskShape } from './task.schema.ts';

export const BusinessRuleTaskSchema = z.strictObject({
  ...nodeShape('businessRuleTask'),
  ...taskShape,
  decision: z.union(
    [
      z.strictObject({ table: NameSchema.meta({ format: 'table' }), input: MappingSchema.exactOptional() }),
      z.strictObject({ expression: FeelSchema }),
    ],
    { error: 'A decision is either { table, input } or { expression }.' },
  ),
  result: VariableNameSchema,
});
