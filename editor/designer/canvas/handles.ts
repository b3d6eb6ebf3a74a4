import { Position, type NodeHandle } from '@xyflow/react';
import type { Port } from '../../../definitions/flow/ports.ts';
import { CARD } from '../../../definitions/drawing/place.ts';

/** Across, in canvas pixels. */
const DOT = 10;

/** Where the dot of a way out stands on its card. */
export interface PortPlace {
  readonly port: Port;
  readonly position: Position.Right | Position.Bottom;
  /** Its middle, in canvas pixels from the corner of the card. */
  readonly x: number;
  readonly y: number;
}

/** Ways out that one takes on purpose stand below the card side by side, the others at its right. */
export function portPlaces(ports: readonly Port[]): readonly PortPlace[] {
  const below = ports.filter(({ what }) => what !== 'out' && what !== 'default');
  return ports.map((port) => {
    const place = below.indexOf(port);
    return place === -1
      ? { port, position: Position.Right, x: CARD.width, y: CARD.height / 2 }
      : {
          port,
          position: Position.Bottom,
          x: ((place + 1) * CARD.width) / (below.length + 1),
          y: CARD.height,
        };
  });
}

/** All places where arrows begin and end at a card, so that the canvas need not draw a step to know them. */
export function handlesOf(ports: readonly Port[]): NodeHandle[] {
  return [
    { type: 'target', position: Position.Left, x: 0, y: 0, ...CARD },
    ...portPlaces(ports).map(({ port, position, x, y }): NodeHandle => ({
      id: port.port,
      type: 'source',
      position,
      x: x - DOT / 2,
      y: y - DOT / 2,
      width: DOT,
      height: DOT,
    })),
  ];
}
