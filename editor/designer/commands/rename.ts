import type { Edge, Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { portsOf, type Port } from '../../../definitions/flow/ports.ts';
import { inFlow, type Command } from './in-flow.ts';

/** Names a step. */
export function nameStep(flowId: string, nodeId: string, name: string): Command {
  return changedNode(flowId, nodeId, (node) => (node.name === name ? node : { ...node, name }));
}

/** Writes what a note says; any other step stays as it is. */
export function writeNote(flowId: string, nodeId: string, text: string): Command {
  return changedNode(flowId, nodeId, (node) =>
    node.kind !== 'textAnnotation' || node.text === text ? node : { ...node, text },
  );
}

/** What an arrow is called: by itself, or as the way by which it leaves its step; '' for none. */
export function nameOfArrow(flow: Flow, { name, from }: Edge): string {
  return name ?? wayOf(flow, from)?.name ?? '';
}

function wayOf({ nodes }: Flow, { node, port }: Edge['from']): Port | undefined {
  const source = nodes.find(({ id }) => id === node);
  return source && portsOf(source).find((way) => way.port === port);
}

/**
 * Names an arrow as it is read: where what stands there is the name of the way by which it leaves its step, that way is
 * named. Nothing takes the name away; what the way is called stands there again where the arrow had a name of its own.
 */
export function nameArrow(flowId: string, edgeId: string, name: string): Command {
  return inFlow(flowId, (flow) => {
    const edge = flow.edges.find(({ id }) => id === edgeId);
    const source = flow.nodes.find(({ id }) => id === edge?.from.node);
    if (edge === undefined || source === undefined) return flow;
    const way = wayOf(flow, edge.from);
    const isOfWay = way !== undefined && NAMED.has(way.what) && (edge.name ?? way.name) === way.name;
    const isOwn = !isOfWay || edge.name !== undefined;
    return {
      ...flow,
      nodes: isOfWay ? replaced(flow.nodes, source, withWayNamed(source, edge.from.port, name)) : flow.nodes,
      edges: isOwn ? replaced(flow.edges, edge, withName(edge, name)) : flow.edges,
    };
  });
}

/** Ways out that have names of their own, as a step's form tells them. */
const NAMED: ReadonlySet<Port['what']> = new Set(['branch', 'arm', 'error', 'timer']);

function withName({ name: _before, ...edge }: Edge, name: string): Edge {
  return name === '' ? edge : { ...edge, name };
}

/** A step with another name at one of its ways out; those that have no names stay as they are. */
function withWayNamed(node: FlowNode, port: string, name: string): FlowNode {
  switch (node.kind) {
    case 'exclusiveGateway':
      return { ...node, branches: node.branches.map((one) => (one.port === port ? { ...one, name } : one)) };
    case 'eventBasedGateway':
      return { ...node, arms: node.arms.map((one) => (one.port === port ? { ...one, name } : one)) };
    case 'businessRuleTask':
    case 'serviceTask':
    case 'userTask':
    case 'callActivity': {
      const { boundary } = node;
      if (boundary === undefined) return node;
      return { ...node, boundary: boundary.map((one) => (one.id === port ? { ...one, name } : one)) };
    }
    default:
      return node;
  }
}

function changedNode(flowId: string, nodeId: string, change: (node: FlowNode) => FlowNode): Command {
  return inFlow(flowId, (flow) => {
    const before = flow.nodes.find(({ id }) => id === nodeId);
    return before === undefined ? flow : { ...flow, nodes: replaced(flow.nodes, before, change(before)) };
  });
}

function replaced<T>(all: readonly T[], before: T, after: T): readonly T[] {
  return all.map((one) => (one === before ? after : one));
}
