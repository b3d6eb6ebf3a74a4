import { CARD } from '../drawing/place.ts';
import { OUT } from '../flow/base.ts';
import { nameKey } from '../flow/flow-names.ts';
import type { Edge } from '../flow/flow.ts';
import type { FlowNode } from '../flow/node.ts';
import type { ByItself } from './by-itself.ts';
import type { CheckContext } from './context.ts';
import type { Fix } from './fix.ts';
import { freeName } from './free-name.ts';

/** How often a case goes round before it is given up, as the fix proposes it. */
const ROUNDS = 10;
/** From one card to the next. */
const GAP = 36;

/** Counts the rounds where a ring's ways back come together again, and ends the case after some of them. */
export function endAfterRounds(context: CheckContext, ways: readonly Edge[]): Fix | undefined {
  const [furthest] = ways;
  const from = furthest && context.graph.nodes.get(furthest.from.node);
  if (furthest === undefined || from === undefined) return undefined;
  const rounds = roundsName(context);
  const [count, enough, end] = ['count', 'enough', 'end'].map((stem) => freeName(stem, context.graph.nodes));
  if (count === undefined || enough === undefined || end === undefined) return undefined;
  const [first, second, third] = spotsBehind(context, from);
  const lane = from.lane === undefined ? {} : { lane: from.lane };
  const named = (stem: string): string => freeName(stem, context.edgeIds);
  const arrows: readonly Edge[] = [
    ...ways.map((way) => ({ ...way, to: count })),
    { id: named('counted'), from: { node: count, port: OUT }, to: enough },
    { id: named('given up'), from: { node: enough, port: 'yes' }, to: end },
    { id: named('once more'), from: { node: enough, port: 'no' }, to: furthest.to },
  ];
  const nodes: readonly FlowNode[] = [
    {
      ...{ id: count, kind: 'businessRuleTask', name: 'Count the rounds', ...lane, position: first },
      ...{ decision: { expression: `${rounds} + 1` }, result: rounds },
    },
    {
      ...{ id: enough, kind: 'exclusiveGateway', name: 'Enough?', ...lane, position: second },
      branches: [{ port: 'yes', name: 'yes', condition: `${rounds} >= ${ROUNDS}` }],
      defaultPort: 'no',
    },
    {
      ...{ id: end, kind: 'endEvent', name: 'Given up', ...lane, position: third },
      outcome: 'given up',
    },
  ];
  return {
    title: `End it after ${ROUNDS} rounds`,
    changes: [
      { do: 'add variable', variable: { name: rounds, type: { type: 'number' }, initial: 0 } },
      ...nodes.map((node) => ({ do: 'add node' as const, node })),
      ...ways.map(({ id }) => ({ do: 'remove edge' as const, edge: id })),
      ...arrows.map((edge) => ({ do: 'add edge' as const, edge })),
    ],
  };
}

/** The arrows by which rounds come back to where a case first gets into the ring; from furthest on first. */
export function waysBackIn(
  { graph, flow }: CheckContext,
  ring: ReadonlySet<string>,
  alone: ByItself,
): readonly Edge[] {
  const order = new Map<string, number>();
  const open = flow.nodes.filter(({ kind }) => kind === 'startEvent').map(({ id }) => id);
  for (const id of open) {
    if (order.has(id)) continue;
    order.set(id, order.size);
    open.push(...graph.outgoing(id).map(({ to }) => to));
  }
  const placeOf = (id: string): number => order.get(id) ?? order.size;
  const [first = ''] = [...ring].toSorted((a, b) => placeOf(a) - placeOf(b));
  return graph
    .incoming(first)
    .filter((edge) => ring.has(edge.from.node) && alone(edge))
    .toSorted((a, b) => placeOf(b.from.node) - placeOf(a.from.node));
}

function roundsName({ flow }: CheckContext): string {
  const taken = new Set(flow.variables.map(({ name }) => nameKey(name)));
  return freeName('rounds', taken);
}

type Spot = FlowNode['position'];

/** Three places beside each other, behind all that stands in the row of a step. */
function spotsBehind({ flow }: CheckContext, { position: { x, y } }: FlowNode): readonly [Spot, Spot, Spot] {
  const inRow = flow.nodes.filter(({ position }) => Math.abs(position.y - y) < CARD.height + GAP);
  const last = Math.max(x, ...inRow.map(({ position }) => position.x));
  const at = (place: number): Spot => ({ x: last + place * (CARD.width + GAP), y });
  return [at(1), at(2), at(3)];
}
