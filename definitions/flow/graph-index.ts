import type { Edge, Flow } from './flow.ts';
import type { FlowNode } from './node.ts';

/** A flow's graph, ready to be asked. Edges keep their drawn order. */
export interface GraphIndex {
  /** By id; of nodes with the same id, the first. */
  readonly nodes: ReadonlyMap<string, FlowNode>;
  outgoing(nodeId: string): readonly Edge[];
  /** Edges that leave a node by one of its ports. */
  leaving(nodeId: string, port: string): readonly Edge[];
  incoming(nodeId: string): readonly Edge[];
}

const NO_EDGES: readonly Edge[] = [];

/** Indexes a flow's nodes and edges once, so that a question costs the same in a drawing of 10 or 5,000 nodes. */
export function indexGraph(flow: Flow): GraphIndex {
  const nodes = new Map<string, FlowNode>();
  for (const node of flow.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const outgoing = new Map<string, Edge[]>();
  const leaving = new Map<string, Edge[]>();
  const incoming = new Map<string, Edge[]>();
  for (const edge of flow.edges) {
    add(outgoing, edge.from.node, edge);
    add(leaving, portKey(edge.from.node, edge.from.port), edge);
    add(incoming, edge.to, edge);
  }
  return {
    nodes,
    outgoing: (nodeId) => outgoing.get(nodeId) ?? NO_EDGES,
    leaving: (nodeId, port) => leaving.get(portKey(nodeId, port)) ?? NO_EDGES,
    incoming: (nodeId) => incoming.get(nodeId) ?? NO_EDGES,
  };
}

/** The length keeps ('a', 'bc') and ('ab', 'c') apart whatever characters ids hold. */
function portKey(nodeId: string, port: string): string {
  return `${nodeId.length}:${nodeId}${port}`;
}

function add(map: Map<string, Edge[]>, key: string, edge: Edge): void {
  const edges = map.get(key);
  if (edges === undefined) map.set(key, [edge]);
  else edges.push(edge);
}
