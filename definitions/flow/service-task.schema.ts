import { z } from 'zod';
import { MappingSchema, NameSchema, nodeShape, VariableNameSchema } from './base.schema.ts';
import { RetryPolicySchema, taskShape, TimeLimitsSchema } from './task.schema.ts';

export const ServiceTaskSchema = z.strictObject({
  ...nodeShape('serviceTask'),
  ...taskShape,
  activity: NameSchema.meta({ format: 'activity' }),
  input: MappingSchema,
  result: VariableNameSchema.exactOptional(),
  retry: RetryPolicySchema.exactOptional(),
  limits: TimeLimitsSchema.exactOptional(),
});
