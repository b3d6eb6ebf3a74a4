import type { Edge } from '../flow/flow.ts';
import type { GraphIndex } from '../flow/graph-index.ts';

/** Ids of all nodes that can be reached from some, those included, by the arrows that are followed. Ids without a node are left out. */
export function reachable(
  graph: GraphIndex,
  from: readonly string[],
  way: 'onward' | 'backward',
  follow: (edge: Edge) => boolean = () => true,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = from.filter((id) => graph.nodes.has(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const edge of way === 'onward' ? graph.outgoing(id) : graph.incoming(id)) {
      const next = way === 'onward' ? edge.to : edge.from.node;
      if (graph.nodes.has(next) && !reached.has(next) && follow(edge)) open.push(next);
    }
  }
  return reached;
}

/**
 * The strongly connected components of the part of a graph that `ids` and `follow` leave: nodes that can reach
 * each other, without any order. (Tarjan 1972, with a stack of its own: a drawing may be 5,000 nodes deep.)
 */
export function components(
  graph: GraphIndex,
  ids: Iterable<string>,
  follow: (edge: Edge) => boolean,
): readonly (readonly string[])[] {
  const wanted = new Set(ids);
  const found: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const successors = (id: string): string[] =>
    graph
      .outgoing(id)
      .filter((edge) => wanted.has(edge.to) && follow(edge))
      .map(({ to }) => to);

  for (const root of wanted) {
    if (order.has(root)) continue;
    const path: { id: string; next: string[] }[] = [];
    const enter = (id: string): void => {
      order.set(id, order.size);
      low.set(id, order.size - 1);
      stack.push(id);
      onStack.add(id);
      path.push({ id, next: successors(id) });
    };
    enter(root);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.next.pop();
      if (next !== undefined) {
        if (!order.has(next)) enter(next);
        else if (onStack.has(next)) lower(low, step.id, order.get(next));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(low, above.id, low.get(step.id));
      if (low.get(step.id) === order.get(step.id)) found.push(popTo(step.id, stack, onStack));
    }
  }
  return found;
}

function lower(low: Map<string, number>, id: string, candidate: number | undefined): void {
  const now = low.get(id);
  if (candidate !== undefined && (now === undefined || candidate < now)) low.set(id, candidate);
}

function popTo(last: string, stack: string[], onStack: Set<string>): string[] {
  const component: string[] = [];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    onStack.delete(id);
    component.push(id);
    if (id === last) break;
  }
  return component;
}
