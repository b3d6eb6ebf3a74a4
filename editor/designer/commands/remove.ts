import type { Edge, Flow } from '../../../definitions/flow/flow.ts';
import { inFlow, type Command } from './in-flow.ts';

/** Ids of steps and arrows. */
export interface Chosen {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/**
 * Takes steps and arrows away. What led to a step that had one way on is led there instead, so that taking a step out
 * of a row leaves a row.
 */
export function removeChosen(flowId: string, { nodes, edges }: Chosen): Command {
  const gone = new Set(nodes);
  const cut = new Set(edges);
  return inFlow(flowId, (flow) => {
    const kept = flow.nodes.filter(({ id }) => !gone.has(id));
    const arrows = flow.edges.filter(({ id }) => !cut.has(id));
    const left = arrows.flatMap((edge) => healed(edge, arrows, gone));
    if (kept.length === flow.nodes.length && left.length === flow.edges.length) return flow;
    return { ...flow, nodes: kept, edges: unlessTwice(left, flow) };
  });
}

/** The arrow as it is left: led on past steps that go, or none. */
function healed(edge: Edge, arrows: readonly Edge[], gone: ReadonlySet<string>): readonly Edge[] {
  if (gone.has(edge.from.node)) return [];
  const passed = new Set<string>();
  let { to } = edge;
  while (gone.has(to)) {
    const onward = arrows.filter(({ from }) => from.node === to);
    const [only] = onward;
    if (only === undefined || onward.length > 1 || passed.has(to)) return [];
    passed.add(to);
    ({ to } = only);
  }
  if (to === edge.from.node && to !== edge.to) return [];
  return [to === edge.to ? edge : { ...edge, to }];
}

/** Two arrows from one port to the same step are one. */
function unlessTwice(edges: readonly Edge[], { edges: before }: Flow): readonly Edge[] {
  const known = new Set(before);
  const key = ({ from, to }: Edge): string => JSON.stringify([from.node, from.port, to]);
  const stays = new Set(edges.filter((edge) => known.has(edge)).map(key));
  return edges.filter((edge) => {
    if (known.has(edge)) return true;
    if (stays.has(key(edge))) return false;
    stays.add(key(edge));
    return true;
  });
}
