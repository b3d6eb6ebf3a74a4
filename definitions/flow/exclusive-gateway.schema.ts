import { z } from 'zod';
import { FeelSchema, IdSchema, NameSchema, nodeShape } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';

export const ExclusiveGatewaySchema = z.strictObject({
  ...nodeShape('exclusiveGateway'),
  branches: z
    .array(z.strictObject({ port: IdSchema, name: NameSchema, condition: FeelSchema }))
    .max(BOUNDS.ways),
  defaultPort: IdSchema.exactOptional(),
});
