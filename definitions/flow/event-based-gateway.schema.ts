import { z } from 'zod';
import { MessageNameSchema, NameSchema, nodeShape, PortSchema, VariableNameSchema } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';
import { WaitSchema } from './wait.schema.ts';

const EventArmSchema = z.discriminatedUnion('on', [
  z.strictObject({
    port: PortSchema,
    name: NameSchema,
    on: z.literal('message'),
    message: MessageNameSchema,
    accept: z.enum(['unread', 'new']).exactOptional(),
    result: VariableNameSchema.exactOptional(),
  }),
  z.strictObject({ port: PortSchema, name: NameSchema, on: z.literal('time'), wait: WaitSchema }),
]);

export const EventBasedGatewaySchema = z.strictObject({
  ...nodeShape('eventBasedGateway'),
  arms: z.array(EventArmSchema).max(BOUNDS.ways),
});
