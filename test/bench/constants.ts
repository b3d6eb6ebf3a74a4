import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { TraceEntry } from '../../engine/interpreter/command.ts';

/**
 * The revision with each condition and decision replaced by the constant that it came to in the trace; what the trace
 * never passed stays as it is. Only for traces in which each comes to the same whenever it is passed.
 */
export function withConstants(revision: Revision, trace: readonly TraceEntry[]): Revision {
  const ofFlow = (flow: Flow): Flow => ({
    ...flow,
    nodes: flow.nodes.map((node) => constant(node, leavingOf(trace, flow.id, node.id))),
  });
  const called = Object.fromEntries(Object.entries(revision.called).map(([id, flow]) => [id, ofFlow(flow)]));
  return { ...revision, flow: ofFlow(revision.flow), called };
}

function leavingOf(trace: readonly TraceEntry[], flow: string, node: string): TraceEntry | undefined {
  return trace.find(({ what, place }) => what === 'left' && place.flow === flow && place.node === node);
}

function constant(node: FlowNode, left: TraceEntry | undefined): FlowNode {
  if (left === undefined) return node;
  if (node.kind === 'exclusiveGateway') {
    return {
      ...node,
      branches: node.branches.map((each) => ({ ...each, condition: String(each.port === left.port) })),
    };
  }
  // JSON's literals are FEEL's too (DMN 1.5, 10.3.1.2).
  if (node.kind === 'businessRuleTask')
    return { ...node, decision: { expression: JSON.stringify(left.detail?.['value'] ?? null) } };
  return node;
}
