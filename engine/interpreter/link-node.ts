import type { NodeByKind, NodeKind } from '../../definitions/flow/node.ts';
import type { Behaviour } from './behaviour.ts';
import { linkBusinessRuleTask } from './business-rule-task.ts';
import { linkCallActivity } from './call-activity.ts';
import { linkEndEvent } from './end-event.ts';
import { linkEventBasedGateway } from './event-based-gateway.ts';
import { linkExclusiveGateway } from './exclusive-gateway.ts';
import { raiseIncident } from './incident.ts';
import { linkIntermediateCatchEvent } from './intermediate-catch-event.ts';
import type { Linker } from './linker.ts';
import { linkParallelGateway } from './parallel-gateway.ts';
import { linkServiceTask } from './service-task.ts';
import { linkStartEvent } from './start-event.ts';
import { linkTextAnnotation } from './text-annotation.ts';
import { linkUserTask } from './user-task.ts';

type LinkKind = { readonly [K in NodeKind]: (node: NodeByKind[K], linker: Linker) => Behaviour };

/** How each kind behaves; a new kind without an entry does not compile. */
const KINDS: LinkKind = {
  startEvent: linkStartEvent,
  endEvent: linkEndEvent,
  businessRuleTask: linkBusinessRuleTask,
  exclusiveGateway: linkExclusiveGateway,
  parallelGateway: linkParallelGateway,
  serviceTask: linkServiceTask,
  userTask: linkUserTask,
  intermediateCatchEvent: linkIntermediateCatchEvent,
  eventBasedGateway: linkEventBasedGateway,
  callActivity: linkCallActivity,
  textAnnotation: linkTextAnnotation,
};

/** One node made ready. A node with something wrong in it gets stuck as soon as a token comes. */
export function linkNode<K extends NodeKind>(kind: K, node: NodeByKind[K], linker: Linker): Behaviour {
  const behaviour = KINDS[kind](node, linker);
  const { failure } = linker;
  if (failure === null) return behaviour;
  const broken: Behaviour = {
    ports: behaviour.ports,
    begin: (draft, at) => raiseIncident(draft, at, 0, 'node', { kind: 'expression failed', failure }),
    skip: (draft, at, value, port) => behaviour.skip(draft, at, value, port),
  };
  return behaviour.task === undefined ? broken : { ...broken, task: behaviour.task };
}
