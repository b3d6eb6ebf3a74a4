import { z } from 'zod';
import { MappingSchema, NameSchema, nodeShape, OutputMappingSchema } from './base.schema.ts';
import { taskShape } from './task.schema.ts';

export const CallActivitySchema = z.strictObject({
  ...nodeShape('callActivity'),
  ...taskShape,
  flow: NameSchema.meta({ format: 'flow' }),
  input: MappingSchema,
  output: OutputMappingSchema,
});
