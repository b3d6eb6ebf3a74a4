import { OUT } from '../flow/base.ts';
import type { Edge } from '../flow/flow.ts';
import type { FlowNode } from '../flow/node.ts';
import type { CheckContext } from './context.ts';

/** A step from which more than one token can go on at once, and the arrows that each of them takes. */
export interface Fork {
  readonly node: FlowNode;
  /** 'timer': a boundary timer that lets its task go on, so that its way runs beside the main one. */
  readonly what: 'split' | 'timer';
  readonly branches: readonly Edge[];
}

export function forksOf({ graph }: CheckContext): readonly Fork[] {
  return [...graph.nodes.values()].flatMap((node): Fork[] => {
    const outgoing = graph.outgoing(node.id);
    if (node.kind === 'parallelGateway') {
      return outgoing.length > 1 ? [{ node, what: 'split', branches: outgoing }] : [];
    }
    if (!('boundary' in node)) return [];
    return (node.boundary ?? []).flatMap((event) => {
      if (event.kind !== 'timer' || event.interrupting) return [];
      const branches = [
        ...graph.leaving(node.id, OUT).slice(0, 1),
        ...graph.leaving(node.id, event.id).slice(0, 1),
      ];
      return branches.length === 2 ? [{ node, what: 'timer', branches }] : [];
    });
  });
}

/**
 * Which branches of a fork reach each node: one or two branch numbers. Two say 'more than one', so a node is
 * walked at most twice and a fork costs the same whatever the number of its branches. The walk stops at the fork itself
 * (what comes after a return to it is another round) and beyond each node of `stops`.
 */
export function branchesReaching(
  { graph }: CheckContext,
  fork: Fork,
  stops: ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> {
  const reached = new Map<string, readonly number[]>();
  const open = fork.branches.map(({ to }, branch) => ({ id: to, branch }));
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { id, branch } = step;
    const before = reached.get(id) ?? [];
    if (id === fork.node.id || before.length === 2 || before.includes(branch) || !graph.nodes.has(id))
      continue;
    reached.set(id, [...before, branch]);
    if (!stops.has(id)) for (const edge of graph.outgoing(id)) open.push({ id: edge.to, branch });
  }
  return reached;
}

/** Whether a node waits for several tokens. */
export function isJoin({ graph }: CheckContext, nodeId: string): boolean {
  return graph.nodes.get(nodeId)?.kind === 'parallelGateway' && graph.incoming(nodeId).length > 1;
}
