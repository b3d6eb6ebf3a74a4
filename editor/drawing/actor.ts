import type { FlowNode, NodeKind } from '../../definitions/flow/node.ts';

/** Who acts in a step; each has its colour, its icon and its word, everywhere the same. */
export type Actor = 'rule' | 'machine' | 'person' | 'time' | 'good' | 'bad';

const ACTORS: Record<NodeKind, Actor> = {
  startEvent: 'good',
  endEvent: 'time',
  businessRuleTask: 'rule',
  exclusiveGateway: 'rule',
  parallelGateway: 'machine',
  serviceTask: 'machine',
  userTask: 'person',
  intermediateCatchEvent: 'time',
  eventBasedGateway: 'time',
  callActivity: 'machine',
  textAnnotation: 'time',
};

/** Outcomes that say how it went for the customer; all others stay grey. */
const OUTCOMES: { readonly [outcome: string]: Actor } = {
  'put right': 'good',
  thanked: 'good',
  unresolved: 'bad',
};

/** Who acts in this step. */
export function actorOf(node: FlowNode): Actor {
  if (node.kind === 'endEvent' && node.outcome !== undefined) return OUTCOMES[node.outcome] ?? 'time';
  return ACTORS[node.kind];
}
