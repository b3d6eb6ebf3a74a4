import { OUT } from '../flow/base.ts';
import type { Edge, Flow } from '../flow/flow.ts';
import { indexGraph, type GraphIndex } from '../flow/graph-index.ts';
import { timerOf } from './cycles.ts';
import { lookUp, type Environment } from './environment.ts';
import { reachable } from './walk.ts';

/** Whether a case takes an arrow without anybody's doing: no person has answered and nothing has arrived before. */
export type ByItself = (edge: Edge) => boolean;

/** Of one flow's arrows. Of a call that nobody has to help through, the way on is taken by itself as well. */
export function byItselfIn(graph: GraphIndex, environment: Environment): ByItself {
  return byItself(graph, environment, new Map());
}

/** `known`: whether a case gets through each flow by itself, as far as found out; one that is being walked counts as not. */
function byItself(graph: GraphIndex, environment: Environment, known: Map<string, boolean>): ByItself {
  return ({ from: { node: id, port } }) => {
    const node = graph.nodes.get(id);
    switch (node?.kind) {
      case 'userTask':
        return port !== OUT;
      case 'eventBasedGateway':
        return node.arms.find((arm) => arm.port === port)?.on !== 'message';
      case 'callActivity':
        return port !== OUT || getsThrough(node.flow, environment, known);
      default:
        return true;
    }
  };
}

function getsThrough(flowId: string, environment: Environment, known: Map<string, boolean>): boolean {
  const before = known.get(flowId);
  if (before !== undefined) return before;
  const flow = lookUp(environment.flows, flowId);
  if (flow === undefined) return true;
  known.set(flowId, false);
  const gets = endsAlone(flow, environment, known);
  known.set(flowId, gets);
  return gets;
}

/** Whether some way from a flow's start to where it stops asks nobody for anything. */
function endsAlone(flow: Flow, environment: Environment, known: Map<string, boolean>): boolean {
  const graph = indexGraph(flow);
  const alone = byItself(graph, environment, known);
  const starts = flow.nodes.filter(({ kind }) => kind === 'startEvent').map(({ id }) => id);
  const onward = (edge: Edge): boolean => alone(edge) && !isBeside(graph, edge);
  return [...reachable(graph, starts, 'onward', onward)].some((id) => graph.outgoing(id).length === 0);
}

/** Whether an arrow is taken beside the way on: by a timer that lets its task go on. */
function isBeside(graph: GraphIndex, edge: Edge): boolean {
  return timerOf(graph, edge)?.interrupting === false;
}
