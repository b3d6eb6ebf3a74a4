import type { Flow } from './flow.ts';
import type { FlowNode } from './node.ts';
import type { Revision } from './revision.ts';

type Drawings = Pick<Revision, 'flow' | 'called'>;

/** The root flow or a called one, by id. */
export function flowIn({ flow, called }: Drawings, flowId: string): Flow | undefined {
  if (flow.id === flowId) return flow;
  return Object.hasOwn(called, flowId) ? called[flowId] : undefined;
}

/** A step, by its flow and its id. */
export function nodeIn(
  drawings: Drawings,
  { flow, node }: { readonly flow: string; readonly node: string },
): FlowNode | undefined {
  return flowIn(drawings, flow)?.nodes.find(({ id }) => id === node);
}
