import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { Edge, Flow, Variable } from '../../definitions/flow/flow.ts';
import type { FlowNode, NodeByKind, NodeKind } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';

/** A node with its name and position filled in: tests are about what it does. */
export function node<K extends NodeKind>(
  kind: K,
  id: string,
  rest: Omit<NodeByKind[K], 'kind' | 'id' | 'name' | 'position'>,
): FlowNode {
  const base = { kind, id, name: id, position: { x: 0, y: 0 } };
  return { ...base, ...rest } as unknown as FlowNode;
}

export const start = (id = 'start') => node('startEvent', id, {});
export const end = (id = 'end', outcome?: string) =>
  node('endEvent', id, outcome === undefined ? {} : { outcome });
export const activity = (id: string, rest: Partial<NodeByKind['serviceTask']> = {}) =>
  node('serviceTask', id, { activity: 'look', input: {}, ...rest });
export const ask = (id: string, rest: Partial<NodeByKind['userTask']> = {}) =>
  node('userTask', id, { form: [], assignment: {}, ...rest });
export const decide = (
  id: string,
  expression: string,
  result: string,
  rest: Partial<NodeByKind['businessRuleTask']> = {},
) => node('businessRuleTask', id, { decision: { expression }, result, ...rest });
export const wait = (id: string, duration: string) =>
  node('intermediateCatchEvent', id, { wait: { kind: 'duration', for: `duration("${duration}")` } });
export const parallel = (id: string) => node('parallelGateway', id, {});
export const branch = (id: string, conditions: Record<string, string>, defaultPort?: string) => {
  const branches = Object.entries(conditions).map(([port, condition]) => ({ port, name: port, condition }));
  return node('exclusiveGateway', id, defaultPort === undefined ? { branches } : { branches, defaultPort });
};

/** Ways written as 'a > b > c', or 'a:port > b' where the port is not 'out'. */
export function edges(...ways: readonly string[]): Edge[] {
  return ways.flatMap((way, row) => {
    const stops = way.split('>').map((stop) => stop.trim());
    return stops.slice(1).map((to, i): Edge => {
      const [from = '', port = 'out'] = (stops[i] ?? '').split(':');
      return { id: `e${row}.${i}`, from: { node: from, port }, to: to.split(':')[0] ?? to };
    });
  });
}

/** Variables written as name → type, or name → [type, initial]. */
export function flow(
  id: string,
  variables: Record<string, ValueType['type'] | Partial<Variable>>,
  nodes: readonly FlowNode[],
  drawn: readonly Edge[],
): Flow {
  const declared = Object.entries(variables).map(([name, type]): Variable =>
    typeof type === 'string' ? { name, type: simple(type) } : { name, type: { type: 'any' }, ...type },
  );
  return { schema: 1, id, name: id, variables: declared, lanes: [], nodes, edges: drawn };
}

function simple(type: ValueType['type']): ValueType {
  if (type === 'list') return { type, of: { type: 'any' } };
  return type === 'context' ? { type: 'any' } : { type };
}

export const LOOK: ActivityContract = {
  name: 'look',
  title: 'Look',
  description: 'Looks something up.',
  input: {},
  output: {},
  effect: 'none',
  errors: ['not found'],
  retry: { maximumAttempts: 3, initialIntervalMs: 1000, backoffCoefficient: 2, maximumIntervalMs: 10_000 },
  limits: { startToCloseMs: 1000, scheduleToCloseMs: 60_000 },
};

export function revision(root: Flow, rest: Partial<Revision> = {}): Revision {
  const nothing = { called: {}, tables: {}, wordLists: {}, calendars: {}, activities: { look: LOOK } };
  return { schema: 1, semantics: 1, flow: root, ...nothing, ...rest };
}
