import type { Flow } from '../../definitions/flow/flow.ts';
import type { Position, TrailEntry } from '../../definitions/model/case.ts';

/**
 * How a step stands in a case. 'unknown': the case is at work, and may have come to it. 'plain' is a drawing without
 * a case.
 */
export type StepState = 'done' | 'here' | 'stuck' | 'off' | 'unknown' | 'plain';

/** The way a case took through one flow. */
export interface Way<E extends TrailEntry = TrailEntry> {
  readonly states: ReadonlyMap<string, StepState>;
  /** Edges a token went along. */
  readonly taken: ReadonlySet<string>;
  /** Steps in the order in which they were first entered, as far as it was told. */
  readonly order: readonly string[];
  /** The latest entry of each step, and how often it was entered. */
  readonly latest: ReadonlyMap<string, E>;
  readonly visits: ReadonlyMap<string, number>;
}

/**
 * Reads the way through `flow` out of a case's trail and the places where it stands now. `isPartial`: the case has
 * gone on since, so nothing is said of steps that the trail does not name.
 */
export function wayThrough<E extends TrailEntry>(
  flow: Flow,
  trail: readonly E[],
  positions: readonly Position[],
  isPartial = false,
): Way<E> {
  const unnamed: StepState = isPartial ? 'unknown' : 'off';
  const taken = new Set<string>();
  const latest = new Map<string, E>();
  const visits = new Map<string, number>();
  const states = new Map<string, StepState>(flow.nodes.map((node) => [node.id, unnamed]));
  for (const entry of trail) {
    if (entry.flow !== flow.id || !states.has(entry.node)) continue;
    if (entry.edge !== undefined) taken.add(entry.edge);
    if (entry.what === 'entered') visits.set(entry.node, (visits.get(entry.node) ?? 0) + 1);
    latest.delete(entry.node);
    latest.set(entry.node, entry);
    states.set(entry.node, AFTER[entry.what]);
  }
  const order = [...visits.keys()];
  for (const { flow: at, node, for: what } of positions) {
    if (at !== flow.id || !states.has(node)) continue;
    states.set(node, what === 'stuck' ? 'stuck' : 'here');
    if (!order.includes(node)) order.push(node);
  }
  return { states, taken, latest, visits, order: withStart(flow, order, states) };
}

/** Whoever stands somewhere in a flow has come through its start, whether that was told or not. */
function withStart(flow: Flow, order: readonly string[], states: Map<string, StepState>): readonly string[] {
  const start = flow.nodes.find((node) => node.kind === 'startEvent');
  if (start === undefined || order.length === 0 || order.includes(start.id)) return order;
  states.set(start.id, 'done');
  return [start.id, ...order];
}

const AFTER: Record<TrailEntry['what'], StepState> = {
  entered: 'here',
  resumed: 'here',
  left: 'done',
  cancelled: 'off',
  stuck: 'stuck',
};

/**
 * The part of a flow that tells a case's way in short: the steps it came to, in order, and then at most `ahead` that
 * would come next if nothing turned aside (the first way out of each); with the edges between them that were taken.
 */
export function wayInShort(
  flow: Flow,
  way: Way,
  ahead: number,
): { readonly nodes: readonly string[]; readonly flow: Flow } {
  const told = [...way.order];
  const start = flow.nodes.find((node) => node.kind === 'startEvent');
  if (told.length === 0 && start !== undefined) told.push(start.id);
  const standing = told.filter((id) => way.states.get(id) === 'here' || way.states.get(id) === 'stuck');
  const toCome = new Set<string>();
  let from = standing.at(-1) ?? (way.order.length === 0 ? start?.id : undefined);
  for (let count = 0; from !== undefined && count < ahead; count++) {
    const here = from;
    const edge = flow.edges.find((one) => one.from.node === here && !told.includes(one.to));
    if (edge !== undefined) {
      toCome.add(edge.id);
      told.push(edge.to);
    }
    from = edge?.to;
  }
  return {
    nodes: told,
    flow: { ...flow, edges: flow.edges.filter((edge) => way.taken.has(edge.id) || toCome.has(edge.id)) },
  };
}
