import type { Flow } from '../../../definitions/flow/flow.ts';
import { EMPTY } from '../../../definitions/drawing/bands.ts';
import { CARD } from '../../../definitions/drawing/place.ts';
import { BETWEEN, onGrid, type Spot } from '../commands/spot.ts';

/** Steps that are laid out together, with the arrows between them; ids only. */
export interface Sheet {
  readonly nodes: readonly string[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

/** Lays a sheet out from left to right, its top left corner at the origin. */
export type LayOut = (sheet: Sheet) => Promise<ReadonlyMap<string, Spot>>;

const ABOVE = 72;
const LEFT = 84;

/**
 * Places for the steps of a flow: its bands from top to bottom in their order, each from left to right. With `only`
 * just these are placed, and all others stay where they were put: those of one band as a block, where its first stood.
 */
export async function placeBands(
  flow: Flow,
  layOut: LayOut,
  only: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<string, Spot>> {
  const placed = new Map<string, Spot>();
  let top = ABOVE;
  for (const lane of lanesOf(flow)) {
    const nodes = lane.filter(({ id }) => only.size === 0 || only.has(id));
    // A band without steps keeps its room between those that have some.
    if (lane.length === 0 && placed.size > 0) top += EMPTY;
    if (nodes.length === 0) continue;
    const ids = new Set(nodes.map(({ id }) => id));
    const spots = await layOut({
      nodes: [...ids],
      edges: flow.edges.flatMap(({ id, from, to }) =>
        ids.has(from.node) && ids.has(to) && from.node !== to ? [{ id, from: from.node, to }] : [],
      ),
    });
    const corner =
      only.size === 0
        ? { x: LEFT, y: top }
        : {
            x: Math.min(...nodes.map(({ position }) => position.x)),
            y: Math.min(...nodes.map(({ position }) => position.y)),
          };
    for (const [id, { x, y }] of spots) placed.set(id, onGrid({ x: corner.x + x, y: corner.y + y }));
    const height = Math.max(0, ...[...spots.values()].map(({ y }) => y)) + CARD.height;
    top += height + BETWEEN;
  }
  return placed;
}

/** Steps by their bands, in the order of these; those of none come last. */
function lanesOf({ lanes, nodes }: Flow): readonly (readonly Flow['nodes'][number][])[] {
  const known = new Set(lanes.map(({ id }) => id));
  return [
    ...lanes.map(({ id }) => nodes.filter(({ lane }) => lane === id)),
    nodes.filter(({ lane }) => lane === undefined || !known.has(lane)),
  ];
}
