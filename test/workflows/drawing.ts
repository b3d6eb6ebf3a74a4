import type { Edge, Flow, Variable } from '../../definitions/flow/flow.ts';
import type { FlowNode, NodeByKind, NodeKind } from '../../definitions/flow/node.ts';

type Bare<K extends NodeKind> = Omit<NodeByKind[K], 'id' | 'kind' | 'name' | 'position'>;

/** A node with what every test leaves alone filled in: its name is its id, its place does not matter. */
export function node<K extends NodeKind>(kind: K, id: string, rest: Bare<K>): FlowNode {
  const made: unknown = { id, kind, name: id, position: { x: 0, y: 0 }, ...rest };
  return made as FlowNode;
}

/** 'a > b' from a's only port, 'a.port > b' from a named one. */
function edge(text: string): Edge {
  const [from = '', to = ''] = text.split('>').map((part) => part.trim());
  const [source = '', port = 'out'] = from.split('.');
  return { id: text, from: { node: source, port }, to };
}

export function drawing(
  id: string,
  parts: {
    readonly nodes: readonly FlowNode[];
    readonly edges: readonly string[];
    readonly variables?: readonly Variable[];
  },
): Flow {
  return {
    schema: 1,
    id,
    name: id,
    variables: parts.variables ?? [],
    lanes: [],
    nodes: parts.nodes,
    edges: parts.edges.map(edge),
  };
}

export const start = node('startEvent', 'start', {});
export const end = (id = 'end', outcome = 'done'): FlowNode => node('endEvent', id, { outcome });
export const text = (name: string): Variable => ({ name, type: { type: 'string' } });
export const number = (name: string, initial = 0): Variable => ({ name, type: { type: 'number' }, initial });
export const anything = (name: string): Variable => ({ name, type: { type: 'any' } });
