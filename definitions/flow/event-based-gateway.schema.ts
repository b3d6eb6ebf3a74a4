import { z } from 'zod';
import { IdSchema, NameSchema, nodeShape } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';
import { WaitSchema } from './wait.schema.ts';

const EventArmSchema = z.discriminatedUnion('on', [
  z.strictObject({
    port: IdSchema,
    name: NameSchema,
    on: z.literal('message'),
    message: NameSchema,
    accept: z.enum(['unread', 'new']).exactOptional(),
    result: NameSchema.exactOptional(),
  }),
  z.strictObject({ port: IdSchema, name: NameSchema, on: z.literal('time'), wait: WaitSchema }),
]);

export const EventBasedGatewaySchema = z.strictObject({
  ...nodeShape('eventBasedGateway'),
  arms: z.array(EventArmSchema).max(BOUNDS.ways),
});
