import { z } from 'zod';
import { nodeShape } from './base.schema.ts';
import { WaitSchema } from './wait.schema.ts';

export const IntermediateCatchEventSchema = z.strictObject({
  ...nodeShape('intermediateCatchEvent'),
  wait: WaitSchema,
});
