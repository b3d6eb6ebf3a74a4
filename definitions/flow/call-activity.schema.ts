import { z } from 'zod';
import { MappingSchema, NameSchema, nodeShape } from './base.schema.ts';
import { taskShape } from './task.schema.ts';

export const CallActivitySchema = z.strictObject({
  ...nodeShape('callActivity'),
  ...taskShape,
  flow: NameSchema,
  input: MappingSchema,
  output: MappingSchema,
});
