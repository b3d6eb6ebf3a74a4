import type { Flow } from '../../definitions/flow/flow.ts';

/** Size of a step's card, in canvas pixels. */
export const CARD = { width: 164, height: 44 } as const;

/** A rectangle in canvas pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where each card of a drawing stands, by node id. */
export type Placement = ReadonlyMap<string, Box>;

/** The places the author gave. Notes are drawn as cards too. */
export function drawnPlacement(flow: Flow): Placement {
  return new Map(flow.nodes.map((node) => [node.id, { ...node.position, ...CARD }]));
}

/**
 * Places for a short telling of a flow in a narrow column: the named nodes from left to right, row after row.
 * `width` is that of the column; as many cards stand in a row as fit.
 */
export function readingPlacement(nodes: readonly string[], width: number): Placement {
  const SIDE = 12;
  const gap = { x: 18, y: 44 };
  const perRow = Math.max(1, Math.floor((width - SIDE - 4 + gap.x) / (CARD.width + gap.x)));
  return new Map(
    nodes.map((id, index) => [
      id,
      {
        x: SIDE + (index % perRow) * (CARD.width + gap.x),
        y: 12 + Math.floor(index / perRow) * (CARD.height + gap.y),
        ...CARD,
      },
    ]),
  );
}

/** The rectangle around all cards, or an empty one. */
export function extent(placement: Placement): Box {
  const boxes = [...placement.values()];
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
