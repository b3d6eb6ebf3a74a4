import type { Flow } from '../flow/flow.ts';
import { CARD, extent, type Box, type Placement } from './place.ts';

/** A lane as it is drawn: a strip across the whole drawing. */
export interface Band extends Box {
  readonly id: string;
  readonly name: string;
}

const ABOVE = 26;
const BELOW = 28;
const LEFT = 96;
const RIGHT = 28;

/**
 * The strips of a flow's lanes, top to bottom. Neighbours meet half way between their cards; a lane without cards
 * is left out. Empty when the lanes do not stand below one another (then the drawing has no bands to show).
 */
export function bandsOf(flow: Flow, placement: Placement): readonly Band[] {
  const whole = extent(placement);
  const spans = flow.lanes.flatMap((lane) => {
    const ys = flow.nodes
      .filter((node) => node.lane === lane.id)
      .flatMap((node) => placement.get(node.id)?.y ?? []);
    return ys.length === 0 ? [] : [{ lane, top: Math.min(...ys), bottom: Math.max(...ys) + CARD.height }];
  });
  const ordered = spans.every((span, index) => {
    const before = spans[index - 1];
    return before === undefined || before.bottom <= span.top;
  });
  if (!ordered) return [];
  return spans.map((span, index) => {
    const before = spans[index - 1];
    const after = spans[index + 1];
    const top = before === undefined ? span.top - ABOVE : (before.bottom + span.top) / 2;
    const bottom = after === undefined ? span.bottom + BELOW : (span.bottom + after.top) / 2;
    return {
      id: span.lane.id,
      name: span.lane.name,
      x: whole.x - LEFT,
      y: top,
      width: whole.width + LEFT + RIGHT,
      height: bottom - top,
    };
  });
}
