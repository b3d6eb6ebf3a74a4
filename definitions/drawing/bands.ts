import type { Flow, Lane } from '../flow/flow.ts';
import { CARD, extent, type Box, type Placement } from './place.ts';

/** A lane as it is drawn: a strip across the whole drawing. */
export interface Band extends Box {
  readonly id: string;
  readonly name: string;
}

/** From the top of a band to its first card, and from its last to where it ends at least, in canvas pixels. */
const ABOVE = 26;
const BELOW = 28;
/** What a band keeps below its last card where others without cards follow. */
const UNDER = 22;
const LEFT = 96;
const RIGHT = 28;
/** A band without cards is so high, or as high as there is room for it, in canvas pixels. */
export const EMPTY = ABOVE + CARD.height + ABOVE;
/** With less room it is not drawn. */
const LEAST = 60;

/** A lane with cards, and those without any that come behind it. */
interface Span {
  readonly lane: Lane;
  readonly top: number;
  readonly bottom: number;
  readonly empty: Lane[];
}

/**
 * The strips of a flow's lanes, top to bottom. Neighbours meet half way between their cards; where there is more room
 * than they need, it belongs to the upper one. A lane without cards is left out, unless `withEmpty` asks for it: then it
 * stands where there is room between its neighbours, or above or below all. Empty when the lanes do not stand below one
 * another (then the drawing has no bands to show).
 */
export function bandsOf(flow: Flow, placement: Placement, withEmpty = false): readonly Band[] {
  const whole = extent(placement);
  const { spans, first } = spansOf(flow, placement);
  const isOrdered = spans.every((span, index) => (spans[index - 1]?.bottom ?? -Infinity) <= span.top);
  if (!isOrdered) return [];
  const strips = spans.flatMap(({ lane, top, bottom, empty }, index) => {
    const [before, after] = [spans[index - 1], spans[index + 1]];
    const begin = before === undefined ? top - ABOVE : borderOf(before.bottom, top);
    const end = after === undefined ? bottom + BELOW : borderOf(bottom, after.top);
    if (!withEmpty || empty.length === 0) return [stripOf(lane, begin, end)];
    if (after === undefined) return [stripOf(lane, begin, end), ...stacked(empty, end, EMPTY)];
    const high = Math.min(EMPTY, (end - bottom - UNDER) / empty.length);
    if (high < LEAST) return [stripOf(lane, begin, end)];
    const own = end - empty.length * high;
    return [stripOf(lane, begin, own), ...stacked(empty, own, high)];
  });
  const top = strips[0] === undefined ? whole.y : strips[0].y - first.length * EMPTY;
  const above = withEmpty ? stacked(first, top, EMPTY) : [];
  return [...above, ...strips].map((strip) => ({
    ...strip,
    x: whole.x - LEFT,
    width: whole.width + LEFT + RIGHT,
  }));
}

function spansOf(
  { lanes, nodes }: Flow,
  placement: Placement,
): { readonly spans: readonly Span[]; readonly first: readonly Lane[] } {
  const spans: Span[] = [];
  const first: Lane[] = [];
  for (const lane of lanes) {
    const ys = nodes
      .filter((node) => node.lane === lane.id)
      .flatMap((node) => placement.get(node.id)?.y ?? []);
    if (ys.length === 0) (spans.at(-1)?.empty ?? first).push(lane);
    else spans.push({ lane, top: Math.min(...ys), bottom: Math.max(...ys) + CARD.height, empty: [] });
  }
  return { spans, first };
}

/** Where the band of a card that ends here meets that of the next. */
function borderOf(bottom: number, top: number): number {
  return Math.max((bottom + top) / 2, top - ABOVE);
}

type Strip = Pick<Band, 'id' | 'name' | 'y' | 'height'>;

function stripOf({ id, name }: Lane, y: number, end: number): Strip {
  return { id, name, y, height: end - y };
}

function stacked(lanes: readonly Lane[], from: number, high: number): readonly Strip[] {
  return lanes.map((lane, n) => stripOf(lane, from + n * high, from + (n + 1) * high));
}
