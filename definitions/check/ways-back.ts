import type { FlowNode } from '../flow/node.ts';
import type { TaskExtras } from '../flow/task.ts';
import { byItselfIn, type ByItself } from './by-itself.ts';
import type { CheckContext } from './context.ts';
import { changesByItselfAt, type ChangesByItself } from './counted.ts';
import { byTimer, waits } from './cycles.ts';
import type { Fix } from './fix.ts';
import type { Issue } from './issue.ts';
import { endAfterRounds, waysBackIn } from './rounds-fix.ts';
import { components } from './walk.ts';
import { enumerated, wordFor } from './wording.ts';

/**
 * Rings in which a case goes round by itself, from one wait to the next, and that nothing ends for certain: no branch
 * leads out by what is counted or by the time. A ring in which a person answers or a message arrives goes on only as
 * long as somebody does something; a flow that is called may be ended by who calls it. One that never waits, or that no
 * arrow leaves, is another issue.
 */
export function checkWaysBack(context: CheckContext): readonly Issue[] {
  const { flow, graph } = context;
  if (isEndedByCallers(context)) return [];
  const alone = byItselfIn(graph, context.environment);
  return ringsWithoutBound(context, alone)
    .filter((ring) => isWaitedIn(context, ring, alone) && isLeft(context, ring))
    .map((ring) => {
      const nodes = nodesOf(context, ring);
      const fix = fixFor(context, ring, alone);
      return {
        code: 'way back without a bound',
        severity: 'warning',
        place: { flow: flow.id, node: nodes[0]?.id ?? '' },
        message: `A case can go round through ${enumerated(nodes.map(wordFor))} for ever, with nobody noticing, and the customer waits with it. Say when it is enough: after some rounds, or some time.`,
        ...(fix === undefined ? {} : { fix }),
      };
    });
}

/** Only where all rounds come back to one step does a count before that step end each of them. */
function fixFor(context: CheckContext, ring: Ring, alone: ByItself): Fix | undefined {
  const ways = waysBackIn(context, ring, alone);
  const others = ringsAmong(context, ring, (edge) => alone(edge) && !ways.includes(edge));
  return others.length === 0 ? endAfterRounds(context, ways) : undefined;
}

/** Whether every step that calls the flow takes another way after some time. */
function isEndedByCallers({ flow, environment }: CheckContext): boolean {
  const calls = Object.values(environment.flows).flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.kind === 'callActivity' && node.flow === flow.id ? [node] : [])),
  );
  const isEnded = ({ boundary = [] }: TaskExtras): boolean =>
    boundary.some((event) => event.kind === 'timer' && event.interrupting);
  return calls.length > 0 && calls.every(isEnded);
}

type Ring = ReadonlySet<string>;

/** A branch that ends a ring breaks each round that passes it; what is left of the ring then is looked at again. */
function ringsWithoutBound(context: CheckContext, alone: ByItself): readonly Ring[] {
  const left = new Set([...context.graph.nodes.keys()]);
  for (;;) {
    const rings = ringsAmong(context, left, alone);
    const ending = rings.flatMap((ring) => {
      const nodes = nodesOf(context, ring);
      const changes = changesByItselfAt(context, nodes);
      return nodes.filter((node) => endsRing(context, node, ring, changes));
    });
    if (ending.length === 0) return rings;
    for (const { id } of ending) left.delete(id);
  }
}

function ringsAmong({ graph }: CheckContext, ids: ReadonlySet<string>, alone: ByItself): readonly Ring[] {
  return components(graph, ids, alone)
    .map((ring) => new Set(ring))
    .filter((ring) =>
      [...ring].some((id) => graph.outgoing(id).some((edge) => ring.has(edge.to) && alone(edge))),
    );
}

function endsRing({ graph }: CheckContext, node: FlowNode, ring: Ring, changes: ChangesByItself): boolean {
  if (node.kind !== 'exclusiveGateway') return false;
  if (!graph.outgoing(node.id).some(({ to }) => !ring.has(to))) return false;
  return changes(node.branches.map(({ condition }) => condition));
}

function isLeft({ graph }: CheckContext, ring: Ring): boolean {
  return [...ring].some((id) => graph.outgoing(id).some(({ to }) => !ring.has(to)));
}

/** Whether time passes in it. */
function isWaitedIn({ flow, graph, environment }: CheckContext, ring: Ring, alone: ByItself): boolean {
  const known = new Map([[flow.id, false]]);
  return [...ring].some((id) => {
    const node = graph.nodes.get(id);
    const within = graph.outgoing(id).filter((edge) => ring.has(edge.to) && alone(edge));
    return (
      within.some((edge) => byTimer(graph, edge)) || (node !== undefined && waits(node, environment, known))
    );
  });
}

/** In the order in which they are drawn. */
function nodesOf({ graph }: CheckContext, ring: Ring): readonly FlowNode[] {
  return [...graph.nodes.values()].filter(({ id }) => ring.has(id));
}
