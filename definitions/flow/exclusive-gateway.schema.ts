import { z } from 'zod';
import { FeelSchema, IdSchema, NameSchema, nodeShape, PortSchema } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';

export const ExclusiveGatewaySchema = z.strictObject({
  ...nodeShape('exclusiveGateway'),
  branches: z
    .array(z.strictObject({ port: PortSchema, name: NameSchema, condition: FeelSchema }))
    .max(BOUNDS.ways),
  defaultPort: IdSchema.meta({ format: 'default port' }).exactOptional(),
});
