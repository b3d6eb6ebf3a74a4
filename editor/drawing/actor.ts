import type { FlowNode, NodeKind } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';

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

/** Who acts in this step; a called flow in which rules alone act is a rule. */
export function actorIn(node: FlowNode, revision: Pick<Revision, 'called'>): Actor {
  if (node.kind !== 'callActivity') return actorOf(node);
  const inside = (revision.called[node.flow]?.nodes ?? []).filter(({ kind }) => !IDLE.has(kind));
  return inside.length > 0 && inside.every((step) => actorOf(step) === 'rule') ? 'rule' : actorOf(node);
}

/** Kinds in which nobody does anything. */
const IDLE: ReadonlySet<NodeKind> = new Set(['startEvent', 'endEvent', 'textAnnotation']);

/** What tells who acts: a step, or a kind of steps. */
export interface Acting {
  readonly kind: NodeKind;
  readonly outcome?: string;
}

/** Who acts in a step of its kind. */
export function actorOf(node: Acting): Actor {
  if (node.kind === 'endEvent' && node.outcome !== undefined) return OUTCOMES[node.outcome] ?? 'time';
  return ACTORS[node.kind];
}
