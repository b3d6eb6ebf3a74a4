import type { Edge, Flow } from '../flow/flow.ts';
import { indexGraph, type GraphIndex } from '../flow/graph-index.ts';
import type { FlowNode } from '../flow/node.ts';
import type { BoundaryEvent } from '../flow/task.ts';
import type { CheckContext } from './context.ts';
import { lookUp, type Environment } from './environment.ts';
import type { Issue } from './issue.ts';
import { components } from './walk.ts';
import { enumerated, wordFor } from './wording.ts';

/**
 * Rings in which a case would go round without ever waiting for time, for a message or for a person. An activity
 * alone does not make a ring wait: it may answer at once, for ever.
 */
export function checkCycles({ flow, graph, environment }: CheckContext): readonly Issue[] {
  // A flow that comes back to itself never waits by that; recursion is an error of its own.
  const known = new Map([[flow.id, false]]);
  const restless = [...graph.nodes.values()].filter(
    // Nothing can arrive at a start: an arrow to it is an issue of its own.
    (node) => node.kind !== 'startEvent' && !waits(node, environment, known),
  );
  const rings = components(
    graph,
    restless.map(({ id }) => id),
    (edge) => !byTimer(graph, edge),
  );
  return rings
    .filter((ring) => ring.length > 1 || leadsToItself(graph, ring[0] ?? ''))
    .map((ring) => {
      const members = new Set(ring);
      const nodes = [...graph.nodes.values()].filter(({ id }) => members.has(id));
      return {
        code: 'cycle without a wait',
        severity: 'error',
        place: { flow: flow.id, node: nodes[0]?.id ?? '' },
        message: `A case can go round through ${enumerated(nodes.map(wordFor))} without ever waiting. Put a Wait or a person in the ring.`,
      };
    });
}

function leadsToItself(graph: GraphIndex, id: string): boolean {
  return graph.outgoing(id).some((edge) => edge.to === id && !byTimer(graph, edge));
}

/** The boundary timer by which an arrow leaves its step: time passes before it is taken; undefined: it leaves otherwise. */
export function timerOf(graph: GraphIndex, { from }: Edge): BoundaryTimer | undefined {
  const node = graph.nodes.get(from.node);
  if (node === undefined || !('boundary' in node)) return undefined;
  return node.boundary?.find(
    (event): event is BoundaryTimer => event.kind === 'timer' && event.id === from.port,
  );
}

type BoundaryTimer = Extract<BoundaryEvent, { readonly kind: 'timer' }>;

/** Whether time passes before an arrow is taken: it leaves by a boundary timer. */
export function byTimer(graph: GraphIndex, edge: Edge): boolean {
  return timerOf(graph, edge) !== undefined;
}

/**
 * Whether a step waits, on every way through it: for time, for a message or for a person. `known`: whether each flow
 * does, as far as found out; a flow that is being walked counts as not.
 */
export function waits(node: FlowNode, environment: Environment, known: Map<string, boolean>): boolean {
  switch (node.kind) {
    case 'intermediateCatchEvent':
    case 'eventBasedGateway':
    case 'userTask':
      return true;
    case 'callActivity': {
      const called = lookUp(environment.flows, node.flow);
      if (called === undefined) return false;
      const before = known.get(node.flow);
      if (before !== undefined) return before;
      known.set(node.flow, false);
      const everyWay = everyWayWaits(called, environment, known);
      known.set(node.flow, everyWay);
      return everyWay;
    }
    default:
      return false;
  }
}

/** Whether no way through a flow, from its start to where it stops, is without a wait. */
function everyWayWaits(flow: Flow, environment: Environment, known: Map<string, boolean>): boolean {
  const graph = indexGraph(flow);
  const seen = new Set<string>();
  const open = flow.nodes.filter(({ kind }) => kind === 'startEvent').map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes.get(id);
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if (waits(node, environment, known)) continue;
    const onward = graph.outgoing(id).filter((edge) => !byTimer(graph, edge));
    if (onward.length === 0) return false;
    open.push(...onward.map(({ to }) => to));
  }
  return true;
}
