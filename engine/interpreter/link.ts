import { OUT } from '../../definitions/flow/base.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { Behaviour } from './behaviour.ts';
import { linkNode } from './link-node.ts';
import type { Linker } from './linker.ts';
import { COMPILING, type Planning } from './planning.ts';
import type { FlowPlan, NodePlan, Program, Way } from './program.ts';
import { drawerOf } from './visits.ts';

export type { Program } from './program.ts';

/**
 * Makes a revision ready to run: compiles every expression and table once, and finds the edges of each port. It
 * throws nothing: a step with something wrong in it gets stuck when a token comes to it. The answer may be kept and
 * shared by all runs of the revision. `planning` is what was compiled before, where it was.
 */
export function link(revision: Revision, planning: Planning = COMPILING): Program {
  const flows = new Map<string, FlowPlan>();
  const links: (() => void)[] = [];
  const add = (flow: Flow): FlowPlan => {
    const { plan, linkNodes } = planFlow(flow, { revision, flows, planning });
    flows.set(flow.id, plan);
    links.push(linkNodes);
    return plan;
  };
  for (const flow of Object.values(revision.called)) add(flow);
  const root = add(revision.flow);
  for (const linkNodes of links) linkNodes();
  const nodes = [...flows.values()].flatMap(({ flow }) => flow.nodes);
  return {
    revision,
    root,
    flows,
    messages: new Set(nodes.flatMap(messagesOf)),
    answersTo: answersAmong(nodes),
  };
}

/** A node plan whose ways and behaviour are filled in once every node of every flow has a plan. */
interface OpenPlan extends NodePlan {
  readonly ways: Map<string, Way[]>;
  onward: Way | null;
  behaviour: Behaviour;
}

function planFlow(
  flow: Flow,
  shared: Pick<Linker, 'revision' | 'flows' | 'planning'>,
): { plan: FlowPlan; linkNodes: () => void } {
  const types: { [variable: string]: ValueType } = {};
  const initial: { [variable: string]: Json } = {};
  for (const variable of flow.variables) {
    types[variable.name] = variable.type;
    initial[variable.name] = variable.initial ?? null;
  }
  const nodes = planNodes(flow);
  const joins = [...nodes.values()].filter(({ isJoin }) => isJoin);
  const plan: FlowPlan = { flow, types, initial, nodes, joins, reachers: new Map() };
  const linkNodes = (): void => {
    for (const open of nodes.values()) {
      const linker: Linker = { ...shared, types, failure: null };
      open.behaviour = linkNode(open.node.kind, open.node, linker);
    }
  };
  return { plan, linkNodes };
}

function planNodes(flow: Flow): Map<string, OpenPlan> {
  const comesFrom = new Map<string, string[]>();
  for (const { from, to } of flow.edges) comesFrom.set(to, [...(comesFrom.get(to) ?? []), from.node]);
  const nodes = new Map<string, OpenPlan>();
  for (const node of flow.nodes) {
    const arriving = comesFrom.get(node.id) ?? [];
    const isJoin = node.kind === 'parallelGateway' && arriving.length > 1;
    const { id } = node;
    nodes.set(id, {
      node,
      id,
      flow: flow.id,
      drawer: drawerOf(id),
      isJoin,
      ways: new Map(),
      onward: null,
      comesFrom: arriving,
      behaviour: UNLINKED,
    });
  }
  for (const { id, from, to } of flow.edges) {
    const source = nodes.get(from.node);
    const target = nodes.get(to);
    if (source === undefined || target === undefined) continue;
    const ways = source.ways.get(from.port);
    const way = { edge: id, to: target };
    if (ways === undefined) source.ways.set(from.port, [way]);
    else ways.push(way);
  }
  for (const plan of nodes.values()) {
    const [onward = null, ...others] = plan.ways.get(OUT) ?? [];
    if (others.length === 0) plan.onward = onward;
  }
  return nodes;
}

/** Stands in a plan only while `link` is at work. */
const UNLINKED: Behaviour = { ports: [], begin: () => undefined, skip: () => undefined };

function messagesOf(node: FlowNode): readonly string[] {
  if (node.kind === 'eventBasedGateway')
    return node.arms.flatMap((arm) => (arm.on === 'message' ? [arm.message] : []));
  if (node.kind !== 'userTask') return [];
  return [...(node.reads ?? []), ...(node.answeredBy === undefined ? [] : [node.answeredBy])];
}

function answersAmong(nodes: readonly FlowNode[]): Map<string, Set<string>> {
  const answers = new Map<string, Set<string>>();
  for (const node of nodes) {
    if (node.kind !== 'userTask' || node.answeredBy === undefined) continue;
    for (const read of node.reads ?? [])
      answers.set(read, (answers.get(read) ?? new Set()).add(node.answeredBy));
  }
  return answers;
}
