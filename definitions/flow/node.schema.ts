import { z } from 'zod';
import { BusinessRuleTaskSchema } from './business-rule-task.schema.ts';
import { CallActivitySchema } from './call-activity.schema.ts';
import { EndEventSchema } from './end-event.schema.ts';
import { EventBasedGatewaySchema } from './event-based-gateway.schema.ts';
import { ExclusiveGatewaySchema } from './exclusive-gateway.schema.ts';
import { IntermediateCatchEventSchema } from './intermediate-catch-event.schema.ts';
import type { NodeKind } from './node.ts';
import { ParallelGatewaySchema } from './parallel-gateway.schema.ts';
import { ServiceTaskSchema } from './service-task.schema.ts';
import { StartEventSchema } from './start-event.schema.ts';
import { TextAnnotationSchema } from './text-annotation.schema.ts';
import { UserTaskSchema } from './user-task.schema.ts';

/** The schema of each kind; a new kind without one does not compile. */
export const NODE_SCHEMAS = {
  startEvent: StartEventSchema,
  endEvent: EndEventSchema,
  businessRuleTask: BusinessRuleTaskSchema,
  exclusiveGateway: ExclusiveGatewaySchema,
  parallelGateway: ParallelGatewaySchema,
  serviceTask: ServiceTaskSchema,
  userTask: UserTaskSchema,
  intermediateCatchEvent: IntermediateCatchEventSchema,
  eventBasedGateway: EventBasedGatewaySchema,
  callActivity: CallActivitySchema,
  textAnnotation: TextAnnotationSchema,
} satisfies Record<NodeKind, z.ZodType>;

export const FlowNodeSchema = z.discriminatedUnion('kind', [
  NODE_SCHEMAS.startEvent,
  NODE_SCHEMAS.endEvent,
  NODE_SCHEMAS.businessRuleTask,
  NODE_SCHEMAS.exclusiveGateway,
  NODE_SCHEMAS.parallelGateway,
  NODE_SCHEMAS.serviceTask,
  NODE_SCHEMAS.userTask,
  NODE_SCHEMAS.intermediateCatchEvent,
  NODE_SCHEMAS.eventBasedGateway,
  NODE_SCHEMAS.callActivity,
  NODE_SCHEMAS.textAnnotation,
]);
