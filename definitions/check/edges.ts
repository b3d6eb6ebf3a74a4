import { OUT } from '../flow/base.ts';
import type { Edge } from '../flow/flow.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import { portsOf, type Port } from '../flow/ports.ts';
import type { CheckContext } from './context.ts';
import type { Change, Fix } from './fix.ts';
import { freeName } from './free-name.ts';
import type { Issue } from './issue.ts';
import { wordFor } from './wording.ts';

/** Every arrow begins at a port and ends at a step; every port has exactly one arrow, a split's as many as it likes. */
export function checkEdges(context: CheckContext): readonly Issue[] {
  const { flow, graph } = context;
  return [
    ...flow.edges.flatMap((edge) => checkEdge(context, edge)),
    ...[...graph.nodes.values()].flatMap((node) => [
      ...distinctPorts(node).flatMap((port) => checkPort(context, node, port)),
      ...checkChoices(context, node),
    ]),
  ];
}

function checkEdge({ flow, graph }: CheckContext, edge: Edge): Issue[] {
  const place = { flow: flow.id, edge: edge.id };
  const fix: Fix = { title: 'Remove the arrow', changes: [{ do: 'remove edge', edge: edge.id }] };
  const from = graph.nodes.get(edge.from.node);
  const to = graph.nodes.get(edge.to);
  const issues: Issue[] = [];
  if (from === undefined || !portsOf(from).some(({ port }) => port === edge.from.port)) {
    const message =
      from === undefined
        ? 'An arrow begins at a step that the drawing does not have.'
        : `An arrow leaves ${wordFor(from)} by a way that it does not have (“${edge.from.port}”).`;
    issues.push({ code: 'edge from nowhere', severity: 'error', place, message, fix });
  }
  if (to === undefined || to.kind === 'startEvent' || to.kind === 'textAnnotation') {
    const message =
      to === undefined
        ? 'An arrow leads to a step that the drawing does not have.'
        : `An arrow leads to ${wordFor(to)}, where nothing can arrive.`;
    issues.push({ code: 'edge to nowhere', severity: 'error', place, message, fix });
  }
  return issues;
}

function checkPort(context: CheckContext, node: FlowNode, port: Port): Issue[] {
  const { flow, graph } = context;
  const leaving = graph.leaving(node.id, port.port);
  const place = { flow: flow.id, node: node.id };
  const way = port.name.trim() === '' ? '' : ` by “${port.name}”`;
  if (leaving.length === 0) {
    return [
      {
        code: 'dangling port',
        severity: 'error',
        place: { ...place, ...portField(node, port.port) },
        message: `The way out of ${wordFor(node)}${way} leads nowhere. Draw an arrow from it.`,
        fix: endHere(context, node, port),
      },
    ];
  }
  if (leaving.length === 1 || node.kind === 'parallelGateway') return [];
  return [
    {
      code: 'several ways from one port',
      severity: 'error',
      place,
      message: `${leaving.length} arrows leave ${wordFor(node)}${way}. Only a Split goes several ways at once.`,
      fix: splitHere(context, node, leaving),
    },
  ];
}

function checkChoices({ flow }: CheckContext, node: FlowNode): Issue[] {
  const place = { flow: flow.id, node: node.id };
  if (node.kind === 'eventBasedGateway' && node.arms.length === 0) {
    const message = `${wordFor(node)} names nothing to wait for.`;
    return [{ code: 'nothing to wait for', severity: 'error', place, message }];
  }
  if (node.kind !== 'exclusiveGateway' || node.defaultPort !== undefined) return [];
  const message = `${wordFor(node)} has no default: a case for which no condition is true gets stuck here.`;
  if (node.branches.length === 0) return [{ code: 'missing default', severity: 'error', place, message }];
  return [
    {
      code: 'missing default',
      severity: 'warning',
      place,
      message,
      fix: {
        title: 'Add a default',
        changes: [
          { do: 'set', node: node.id, field: '/defaultPort', value: freeName('default', portNames(node)) },
        ],
      },
    },
  ];
}

/** A port that stands twice is said once, as a duplicate id. */
function distinctPorts(node: FlowNode): readonly Port[] {
  return [...new Map(portsOf(node).map((port) => [port.port, port])).values()];
}

function portNames(node: FlowNode): ReadonlySet<string> {
  return new Set(portsOf(node).map(({ port }) => port));
}

/** Where in the node a port is declared; nowhere for the port that its kind has anyway. */
function portField(node: FlowNode, port: string): { readonly field?: string } {
  if (node.kind === 'exclusiveGateway') {
    const index = node.branches.findIndex((branch) => branch.port === port);
    return { field: index < 0 ? '/defaultPort' : pointer('branches', index) };
  }
  if (node.kind === 'eventBasedGateway') {
    return {
      field: pointer(
        'arms',
        node.arms.findIndex((arm) => arm.port === port),
      ),
    };
  }
  if (!('boundary' in node)) return {};
  const index = (node.boundary ?? []).findIndex(({ id }) => id === port);
  return index < 0 ? {} : { field: pointer('boundary', index) };
}

function endHere(context: CheckContext, node: FlowNode, port: Port): Fix {
  const id = freeName('end', context.graph.nodes);
  const end: FlowNode = { id, kind: 'endEvent', name: '', ...beside(node) };
  const edge = freeName('arrow', context.edgeIds);
  return {
    title: 'End here',
    changes: [
      { do: 'add node', node: end },
      { do: 'add edge', edge: { id: edge, from: { node: node.id, port: port.port }, to: id } },
    ],
  };
}

function splitHere(context: CheckContext, node: FlowNode, leaving: readonly Edge[]): Fix {
  const id = freeName('split', context.graph.nodes);
  const port = leaving[0]?.from.port ?? OUT;
  const edge = freeName('arrow', context.edgeIds);
  const moved = leaving.flatMap((from): Change[] => [
    { do: 'remove edge', edge: from.id },
    { do: 'add edge', edge: { ...from, from: { node: id, port: OUT } } },
  ]);
  return {
    title: 'Split here',
    changes: [
      { do: 'add node', node: { id, kind: 'parallelGateway', name: '', ...beside(node) } },
      ...moved,
      { do: 'add edge', edge: { id: edge, from: { node: node.id, port }, to: id } },
    ],
  };
}

function beside(node: FlowNode) {
  const position = { x: node.position.x + 200, y: node.position.y };
  return node.lane === undefined ? { position } : { lane: node.lane, position };
}
