import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { Environment } from '../../definitions/check/environment.ts';
import { check } from '../../definitions/check/check.ts';
import type { Issue, IssueCode } from '../../definitions/check/issue.ts';
import type { Edge, Flow, Variable } from '../../definitions/flow/flow.ts';
import type { FlowNode, NodeByKind, NodeKind } from '../../definitions/flow/node.ts';
import type { NodeBase } from '../../definitions/flow/base.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';

type Own<K extends NodeKind> = Omit<NodeByKind[K], keyof NodeBase<K>> & {
  readonly name?: string;
  readonly lane?: string;
};

/** A node with a name like its id, somewhere on the canvas. */
export function node<K extends NodeKind>(kind: K, id: string, own: Own<K>) {
  return { id, kind, name: id, position: { x: 0, y: 0 }, ...own };
}

export const start = node('startEvent', 'start', {});
export const end = node('endEvent', 'end', {});
export const task = (id: string, own: Partial<Own<'serviceTask'>> = {}) =>
  node('serviceTask', id, { activity: 'note', input: {}, ...own });
export const parallel = (id: string) => node('parallelGateway', id, {});
export const wait = (id: string) =>
  node('intermediateCatchEvent', id, { wait: { kind: 'duration', for: 'duration("PT1H")' } });
export const branch = (id: string, ...conditions: readonly string[]) =>
  node('exclusiveGateway', id, {
    branches: conditions.map((condition, index) => ({ port: `b${index + 1}`, name: '', condition })),
    defaultPort: 'else',
  });

/** Arrows written 'from > to > to', 'from.port > to'; a node's only way out is `out`. */
export function arrows(...ways: readonly string[]): readonly Edge[] {
  const edges: Edge[] = [];
  for (const way of ways) {
    const steps = way.split('>').map((step) => step.trim());
    for (const [index, to] of steps.slice(1).entries()) {
      const [from = '', port = 'out'] = (steps[index] ?? '').split('.');
      edges.push({ id: `e${edges.length + 1}`, from: { node: from, port }, to: to.split('.')[0] ?? '' });
    }
  }
  return edges;
}

export function flowOf(
  nodes: readonly FlowNode[],
  edges: readonly Edge[],
  variables: readonly Variable[] = [],
  id = 'flow',
): Flow {
  return { schema: 1, id, name: id, variables, lanes: [], nodes, edges };
}

/** start → the given nodes, one after the other → end. */
export function line(nodes: readonly FlowNode[], variables: readonly Variable[] = [], id = 'flow'): Flow {
  const way = ['start', ...nodes.map((inner) => inner.id), 'end'].join(' > ');
  return flowOf([start, ...nodes, end], arrows(way), variables, id);
}

export function contract(name: string, more: Partial<ActivityContract> = {}): ActivityContract {
  return {
    name,
    title: name,
    description: '',
    input: { type: 'object', properties: {} },
    output: { type: 'object', properties: {} },
    effect: 'none',
    errors: [],
    retry: { maximumAttempts: 3, initialIntervalMs: 1000, backoffCoefficient: 2, maximumIntervalMs: 60_000 },
    limits: { startToCloseMs: 1000, scheduleToCloseMs: 60_000 },
    ...more,
  };
}

export const EMPTY: Environment = { flows: {}, tables: {}, wordLists: {}, calendars: {}, activities: {} };
export const NOTE: Environment = { ...EMPTY, activities: { note: contract('note') } };

export function issuesOf(flow: Flow, environment: Environment = NOTE): readonly Issue[] {
  return check(flow, environment);
}

/** 'code @ where' of each issue, short enough to be compared. */
export function found(flow: Flow, environment: Environment = NOTE): readonly string[] {
  return issuesOf(flow, environment).map(({ code, place }) => {
    const where = [place.node, place.edge, place.variable, place.row, place.column, place.field];
    return `${code} @ ${where.filter((part) => part !== undefined).join(' ')}`.trim();
  });
}

/** Those of one code, by the node they are at. */
export function at(code: IssueCode, flow: Flow, environment: Environment = NOTE): readonly string[] {
  return issuesOf(flow, environment)
    .filter((issue) => issue.code === code)
    .map(({ place }) => place.node ?? '');
}

/** A condition, true or not, and then the end. */
export function fork(condition: string, variables: readonly Variable[]): Flow {
  return flowOf(
    [start, branch('b', condition), end],
    arrows('start > b', 'b.b1 > end', 'b.else > end'),
    variables,
  );
}

export const NUMBER: ValueType = { type: 'number' };
export const STRING: ValueType = { type: 'string' };
export const TEXT: ValueType = { type: 'text' };

export function variable(name: string, type: ValueType, more: Partial<Variable> = {}): Variable {
  return { name, type, ...more };
}
