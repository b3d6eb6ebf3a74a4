import type { Edge, Flow } from '../../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../../definitions/flow/node.ts';
import { portsOf } from '../../../../definitions/flow/ports.ts';

/** Steps of a flow with one way in and one way out. */
export interface Region {
  /** In drawn order, notes among them. */
  readonly nodes: readonly FlowNode[];
  /** Those that are no notes. */
  readonly acting: readonly FlowNode[];
  readonly ids: ReadonlySet<string>;
  /** The step that every way in leads to. */
  readonly entry: FlowNode;
  /** From outside to the entry. */
  readonly into: readonly Edge[];
  readonly inside: readonly Edge[];
  /** From within to the one step outside that comes next. */
  readonly outOf: readonly Edge[];
  readonly next: string;
}

/** Why steps are no region; steps by their names. */
export type NoRegion =
  | { readonly code: 'too few' | 'no way in' | 'no way out' }
  | { readonly code: 'a start' | 'an end' | 'apart'; readonly step: string }
  | { readonly code: 'several ways in' | 'several ways out'; readonly steps: readonly string[] }
  /** The way that leaves a step when it is late, or fails, leads past the others. */
  | { readonly code: 'cut through'; readonly step: string; readonly way: string; readonly to: string };

/** The region that steps of a flow form, or why they form none. */
export function regionOf(flow: Flow, steps: readonly string[]): Region | { readonly no: NoRegion } {
  const ids = new Set(steps);
  const nodes = flow.nodes.filter(({ id }) => ids.has(id));
  const acting = nodes.filter(({ kind }) => kind !== 'textAnnotation');
  if (acting.length < 2) return { no: { code: 'too few' } };
  for (const { kind, name } of acting) {
    if (kind === 'startEvent') return { no: { code: 'a start', step: name } };
    if (kind === 'endEvent') return { no: { code: 'an end', step: name } };
  }
  const into = flow.edges.filter(({ from, to }) => !ids.has(from.node) && ids.has(to));
  const inside = flow.edges.filter(({ from, to }) => ids.has(from.node) && ids.has(to));
  const entries = acting.filter(({ id }) => into.some(({ to }) => to === id));
  const [entry, ...others] = entries;
  if (entry === undefined) return { no: { code: 'no way in' } };
  if (others.length > 0) return { no: { code: 'several ways in', steps: entries.map(({ name }) => name) } };
  const reached = reachedFrom(entry.id, inside);
  const apart = acting.find(({ id }) => !reached.has(id));
  if (apart !== undefined) return { no: { code: 'apart', step: apart.name } };
  const outOf = flow.edges.filter(({ from, to }) => ids.has(from.node) && !ids.has(to));
  const [next, ...further] = new Set(outOf.map(({ to }) => to));
  if (next === undefined) return { no: { code: 'no way out' } };
  if (further.length > 0) return { no: severalWaysOut(flow, acting, outOf) };
  return { nodes, acting, ids, entry, into, inside, outOf, next };
}

function reachedFrom(entry: string, inside: readonly Edge[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const { from, to } of inside) if (from.node === id) open.push(to);
  }
  return reached;
}

/** Where it is what happens to a step that leads elsewhere, that is said: it is easily overlooked. */
function severalWaysOut(flow: Flow, acting: readonly FlowNode[], outOf: readonly Edge[]): NoRegion {
  const nameOf = (id: string): string => flow.nodes.find((node) => node.id === id)?.name ?? '';
  const isAside = ({ from }: Edge): boolean => asideOf(acting, from) !== undefined;
  const usual = new Set(outOf.filter((edge) => !isAside(edge)).map(({ to }) => to));
  const cut = outOf.find((edge) => isAside(edge) && !usual.has(edge.to));
  if (cut === undefined)
    return { code: 'several ways out', steps: [...new Set(outOf.map(({ to }) => to))].map(nameOf) };
  const way = cut.name ?? asideOf(acting, cut.from)?.name ?? '';
  return { code: 'cut through', step: nameOf(cut.from.node), way, to: nameOf(cut.to) };
}

function asideOf(nodes: readonly FlowNode[], from: Edge['from']): { readonly name: string } | undefined {
  const node = nodes.find(({ id }) => id === from.node);
  const port = node && portsOf(node).find((one) => one.port === from.port);
  return port?.what === 'error' || port?.what === 'timer' ? port : undefined;
}
