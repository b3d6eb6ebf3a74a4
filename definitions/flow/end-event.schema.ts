import { z } from 'zod';
import { NameSchema, nodeShape } from './base.schema.ts';

export const EndEventSchema = z.strictObject({
  ...nodeShape('endEvent'),
  outcome: NameSchema.exactOptional(),
  terminate: z.boolean().exactOptional(),
});
