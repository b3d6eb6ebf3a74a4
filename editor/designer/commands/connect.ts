import type { Edge } from '../../../definitions/flow/flow.ts';
import { inFlow, type Command } from './in-flow.ts';

/** Draws an arrow from a port to a step. Most ports have one way on: what left it before is led there instead. */
export function connect(flowId: string, from: Edge['from'], to: string, id: string): Command {
  return inFlow(flowId, (flow) => {
    const source = flow.nodes.find((node) => node.id === from.node);
    if (source === undefined || !flow.nodes.some((node) => node.id === to)) return flow;
    const leaving = flow.edges.filter((edge) => edge.from.node === from.node && edge.from.port === from.port);
    if (leaving.some((edge) => edge.to === to)) return flow;
    const isSplit = source.kind === 'parallelGateway';
    const [former] = leaving;
    if (former === undefined || isSplit) return { ...flow, edges: [...flow.edges, { id, from, to }] };
    return { ...flow, edges: flow.edges.map((edge) => (edge === former ? { ...edge, to } : edge)) };
  });
}

/** Leads an arrow to another step. */
export function leadTo(flowId: string, edgeId: string, to: string): Command {
  return changedEdge(flowId, edgeId, (edge) => (edge.to === to ? edge : { ...edge, to }));
}

function changedEdge(flowId: string, edgeId: string, change: (edge: Edge) => Edge): Command {
  return inFlow(flowId, (flow) => ({
    ...flow,
    edges: flow.edges.map((edge) => (edge.id === edgeId ? change(edge) : edge)),
  }));
}
