import { z } from 'zod';
import { MappingSchema, NameSchema, nodeShape } from './base.schema.ts';
import { RetryPolicySchema, taskShape, TimeLimitsSchema } from './task.schema.ts';

export const ServiceTaskSchema = z.strictObject({
  ...nodeShape('serviceTask'),
  ...taskShape,
  activity: NameSchema,
  input: MappingSchema,
  result: NameSchema.exactOptional(),
  retry: RetryPolicySchema.exactOptional(),
  limits: TimeLimitsSchema.exactOptional(),
});
