import { CARD, type Box } from '../../drawing/place.ts';
import type { Point } from '../../drawing/segments.ts';
import type { Edge, Flow } from '../flow.ts';
import type { FlowNode } from '../node.ts';
import { shapeOffset } from './shapes.ts';

const LEFT = 84;
const TOP = 72;
const GAP = { x: 36, y: 28 };
const MOST_WIDENED = 3;
const GRID = 4;

/** Where the cards of steps stand that Earshot drew: exactly where they were, or where they were moved to. */
export function placedAsDrawn(
  nodes: readonly FlowNode[],
  boxes: ReadonlyMap<string, Box>,
): readonly FlowNode[] {
  return nodes.map((node) => {
    const box = boxes.get(node.id);
    if (box === undefined) return node;
    const isSigned = 'repeat' in node && node.repeat !== undefined;
    const offset = shapeOffset(node.kind, isSigned);
    return { ...node, position: { x: box.x - offset.x, y: box.y - offset.y } };
  });
}

/**
 * Where the cards of somebody else's drawing stand: around the middles of its shapes, so far apart that no card lies
 * over another. Steps that are not drawn are laid out below; if none is, all are.
 */
export function placedFromElsewhere(flow: Flow, boxes: ReadonlyMap<string, Box>): readonly FlowNode[] {
  const middles = flow.nodes.flatMap(({ id }) => {
    const box = boxes.get(id);
    return box === undefined ? [] : [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  });
  const wide = widening(middles);
  const corner = {
    x: Math.min(...middles.map(({ x }) => x * wide)),
    y: Math.min(...middles.map(({ y }) => y)),
  };
  const below =
    middles.length === 0 ? 0 : Math.max(...middles.map(({ y }) => y)) - corner.y + CARD.height + GAP.y;
  const rest = laidOut({ ...flow, nodes: flow.nodes.filter(({ id }) => !boxes.has(id)) });
  return flow.nodes.map((node) => {
    const box = boxes.get(node.id);
    const spot =
      box === undefined
        ? { x: rest.get(node.id)?.x ?? 0, y: (rest.get(node.id)?.y ?? 0) + below }
        : { x: (box.x + box.width / 2) * wide - corner.x, y: box.y + box.height / 2 - corner.y };
    return { ...node, position: { x: onGrid(LEFT + spot.x), y: onGrid(TOP + spot.y) } };
  });
}

/** How many times as wide a drawing has to be for cards in one row to stand apart. */
function widening(middles: readonly Point[]): number {
  let wide = 1;
  const sorted = [...middles].sort((one, other) => one.y - other.y);
  sorted.forEach((one, at) => {
    for (const other of sorted.slice(at + 1, at + 200)) {
      if (other.y - one.y >= CARD.height + GAP.y / 2) break;
      const apart = Math.abs(other.x - one.x);
      // What stands one above the other is not moved apart by width.
      if (apart > CARD.height / 2) wide = Math.max(wide, (CARD.width + GAP.x) / apart);
    }
  });
  return Math.min(wide, MOST_WIDENED);
}

/** Steps from left to right, as many arrows away from the first as they are; bands from top to bottom. */
function laidOut({ nodes, edges, lanes }: Flow): ReadonlyMap<string, Point> {
  const away = ranks(nodes, edges);
  const spots = new Map<string, Point>();
  let top = 0;
  for (const lane of [...lanes.map(({ id }) => id), undefined]) {
    const isKnown = (id: string | undefined): boolean => lanes.some((one) => one.id === id);
    const within = nodes.filter((node) => (isKnown(node.lane) ? node.lane : undefined) === lane);
    const rows = new Map<number, number>();
    for (const { id } of within) {
      const column = away.get(id) ?? 0;
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      spots.set(id, { x: column * (CARD.width + GAP.x), y: top + row * (CARD.height + GAP.y) });
    }
    if (within.length > 0) top += Math.max(...rows.values()) * (CARD.height + GAP.y) + GAP.y;
  }
  return spots;
}

function ranks(nodes: readonly FlowNode[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  const entered = new Set<string>();
  for (const { from, to } of edges) {
    const known = next.get(from.node);
    if (known === undefined) next.set(from.node, [to]);
    else known.push(to);
    if (from.node !== to) entered.add(to);
  }
  const away = new Map<string, number>();
  const begins = nodes.filter(({ id }) => !entered.has(id)).map(({ id }) => id);
  // Of a ring that nothing leads into any step may be the first.
  for (const first of [...begins, ...nodes.map(({ id }) => id)]) {
    if (away.has(first)) continue;
    away.set(first, 0);
    const open = [first];
    for (let at = 0; at < open.length; at += 1)
      for (const to of next.get(open[at] ?? '') ?? [])
        if (!away.has(to)) {
          away.set(to, (away.get(open[at] ?? '') ?? 0) + 1);
          open.push(to);
        }
  }
  return away;
}

function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID;
}
