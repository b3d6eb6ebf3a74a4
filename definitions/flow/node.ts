import type { BusinessRuleTask } from './business-rule-task.ts';
import type { CallActivity } from './call-activity.ts';
import type { EndEvent } from './end-event.ts';
import type { EventBasedGateway } from './event-based-gateway.ts';
import type { ExclusiveGateway } from './exclusive-gateway.ts';
import type { IntermediateCatchEvent } from './intermediate-catch-event.ts';
import type { ParallelGateway } from './parallel-gateway.ts';
import type { ServiceTask } from './service-task.ts';
import type { StartEvent } from './start-event.ts';
import type { TextAnnotation } from './text-annotation.ts';
import type { UserTask } from './user-task.ts';

/** Every kind of node, by its BPMN 2.0 name. A record keyed by it makes the compiler name what a new kind lacks. */
export interface NodeByKind {
  startEvent: StartEvent;
  endEvent: EndEvent;
  businessRuleTask: BusinessRuleTask;
  exclusiveGateway: ExclusiveGateway;
  parallelGateway: ParallelGateway;
  serviceTask: ServiceTask;
  userTask: UserTask;
  intermediateCatchEvent: IntermediateCatchEvent;
  eventBasedGateway: EventBasedGateway;
  callActivity: CallActivity;
  textAnnotation: TextAnnotation;
}
export type NodeKind = keyof NodeByKind;
export type FlowNode = NodeByKind[NodeKind];
