import type { Flow } from '../flow/flow.ts';
import type { CheckContext } from './context.ts';
import { lookUp, type Environment } from './environment.ts';
import type { Issue } from './issue.ts';
import { wordFor } from './wording.ts';

/** Steps by which a flow would call itself, at once or through others. Flows are scopes of one run: they must end. */
export function checkRecursion({ flow, environment }: CheckContext): readonly Issue[] {
  const leadsBack = new Map<string, boolean>();
  return flow.nodes.flatMap((node): Issue[] => {
    if (node.kind !== 'callActivity') return [];
    const back = leadsBack.get(node.flow) ?? calledFlows(node.flow, environment).has(flow.id);
    leadsBack.set(node.flow, back);
    if (!back) return [];
    const how = node.flow === flow.id ? 'calls this same flow' : 'calls a flow that comes to call this one';
    return [
      {
        code: 'recursion',
        severity: 'error',
        place: { flow: flow.id, node: node.id, field: '/flow' },
        message: `${wordFor(node)} ${how}: it would never end. Draw a ring with a Wait instead.`,
      },
    ];
  });
}

/** Ids of a flow and of all flows that it calls, those called by called ones too; also ids nobody knows. */
export function calledFlows(flowId: string, environment: Environment): ReadonlySet<string> {
  const called = new Set<string>();
  const open = [flowId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (called.has(id)) continue;
    called.add(id);
    const flow = lookUp(environment.flows, id);
    if (flow !== undefined) open.push(...callsOf(flow));
  }
  return called;
}

/** Ids of the flows that a flow's own steps call. */
export function callsOf(flow: Flow): readonly string[] {
  return flow.nodes.flatMap((node) => (node.kind === 'callActivity' ? [node.flow] : []));
}
