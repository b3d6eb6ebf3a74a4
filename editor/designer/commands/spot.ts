import type { Flow, Lane } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { bandsOf } from '../../../definitions/drawing/bands.ts';
import { CARD, drawnPlacement } from '../../../definitions/drawing/place.ts';

/** A place on the canvas, in its pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Cards stand on this grid. */
export const GRID = 4;
/** From one card to the next in a row, and in a column. */
export const STEP = { x: CARD.width + 36, y: CARD.height + 36 } as const;

/** From the lowest card of a band to the highest of the next, at least. */
export const BETWEEN = 48;

export function onGrid({ x, y }: Spot): Spot {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}

/** The spot itself, or the first one below it where no card stands in the way. */
export function freeSpot(flow: Flow, wanted: Spot): Spot {
  const { x, y } = onGrid(wanted);
  const near = flow.nodes.filter(({ position }) => Math.abs(position.x - x) < CARD.width + 12);
  let free = y;
  for (const { position } of near.toSorted((a, b) => a.position.y - b.position.y))
    if (Math.abs(position.y - free) < CARD.height + 8) free = position.y + STEP.y;
  return { x, y: free };
}

/** The spot itself; where a card stands in the way one row down within the band, else the first that is free in its row. */
export function spotNear(flow: Flow, wanted: Spot): Spot {
  const spot = onGrid(wanted);
  if (isFree(flow, spot)) return spot;
  const below = { x: spot.x, y: spot.y + STEP.y };
  if (isFree(flow, below) && laneAt(flow, below) === laneAt(flow, spot)) return below;
  const last = inRow(flow, spot).reduce((most, { position }) => Math.max(most, position.x), spot.x);
  return { x: last + STEP.x, y: spot.y };
}

/** The flow in which what stands behind a card in its row has moved on, as far as it must for the spot to be free. */
export function movedAlong(flow: Flow, behind: FlowNode, spot: Spot): Flow {
  const moved = new Map<string, Spot>();
  let free = spot.x + STEP.x;
  const others = inRow(flow, spot).filter(({ position }) => position.x > behind.position.x);
  for (const { id, position } of others.toSorted((a, b) => a.position.x - b.position.x)) {
    if (position.x >= free) break;
    moved.set(id, { x: free, y: position.y });
    free += STEP.x;
  }
  if (moved.size === 0) return flow;
  return {
    ...flow,
    nodes: flow.nodes.map((node) => {
      const position = moved.get(node.id);
      return position === undefined ? node : { ...node, position };
    }),
  };
}

function isFree(flow: Flow, { x, y }: Spot): boolean {
  return !flow.nodes.some(
    ({ position }) =>
      Math.abs(position.x - x) < CARD.width + 12 && Math.abs(position.y - y) < CARD.height + 8,
  );
}

function inRow({ nodes }: Flow, { y }: Spot): readonly FlowNode[] {
  return nodes.filter(({ position }) => Math.abs(position.y - y) < CARD.height);
}

/** The band that a card stands in: of those drawn the one that its middle lies in, or the nearest. */
export function laneAt(flow: Flow, { y }: Spot): Lane['id'] | undefined {
  const middle = y + CARD.height / 2;
  const bands = bandsOf(flow, drawnPlacement(flow), true);
  const distances = bands.map(({ id, y: top, height }) => ({
    id,
    distance: Math.max(top - middle, middle - top - height, 0),
  }));
  const [nearest] = distances.toSorted((a, b) => a.distance - b.distance);
  return nearest?.id ?? flow.lanes[0]?.id;
}

/** The same position with the band that goes with it. */
export function placedAt(flow: Flow, spot: Spot): { readonly position: Spot; readonly lane?: string } {
  const position = onGrid(spot);
  const lane = laneAt(flow, position);
  return { position, ...(lane === undefined ? {} : { lane }) };
}
