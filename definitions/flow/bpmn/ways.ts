import { waysOf } from '../../drawing/near-ways.ts';
import { CARD, drawnPlacement, type Box } from '../../drawing/place.ts';
import type { Point } from '../../drawing/segments.ts';
import type { Flow } from '../flow.ts';
import { edgeTowards, middleOf } from './shapes.ts';

/** How far an arrow leaves a small circle before it turns. */
const STEM = 12;

/** The ways that arrows take on our drawing, by their place in the list. */
export function drawnWays(flow: Flow): ReadonlyMap<string, readonly Point[]> {
  const arrows = flow.edges.map(({ from, to }, at) => ({ id: String(at), from: from.node, to }));
  return waysOf(arrows, drawnPlacement(flow));
}

/** A way between two shapes that lie within cards, as the drawing has it between these cards. */
export function wayBetween(
  from: { readonly box: Box; readonly card: Box },
  to: { readonly box: Box; readonly card: Box },
  drawn: readonly Point[] | undefined,
): readonly Point[] {
  if (from.box !== to.box && isSameBox(from.card, to.card)) return loopBack(from.box, to.box);
  const [first, second, ...others] = drawn ?? [];
  if (drawn === undefined || first === undefined || second === undefined) return shortest(from.box, to.box);
  const last = others.at(-1) ?? second;
  const before = others.at(-2) ?? (others.length === 0 ? first : second);
  const end = arrival(to, before, last);
  // What leaves a small circle begins there, and ends as the drawing has it.
  if (isWithin(from)) return [...fromCircle(from, before, last), ...end];
  return [docked(from, first), ...drawn.slice(1, -1), ...end];
}

function shortest(from: Box, to: Box): readonly Point[] {
  const [a, b] = [edgeTowards(from, middleOf(to)), edgeTowards(to, middleOf(from))];
  if (a.x === b.x || a.y === b.y) return [a, b];
  const isLevel = a.x === from.x || a.x === from.x + from.width;
  if (isLevel) {
    const x = (a.x + b.x) / 2;
    return [a, { x, y: a.y }, { x, y: b.y }, b];
  }
  const y = (a.y + b.y) / 2;
  return [a, { x: a.x, y }, { x: b.x, y }, b];
}

function isSameBox(one: Box, other: Box): boolean {
  return one.x === other.x && one.y === other.y;
}

/** From what stands at a card back into the same card, below it. */
function loopBack(from: Box, to: Box): readonly Point[] {
  const begin = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x + to.width / 2, y: to.y + to.height };
  const [x, y] = [begin.x + STEM, Math.max(from.y + from.height, to.y + to.height) + STEM];
  return [begin, { x, y: begin.y }, { x, y }, { x: end.x, y }, end];
}

/** A circle at the edge of a card, or at its right end. */
function isWithin({ box, card }: { readonly box: Box; readonly card: Box }): boolean {
  return middleOf(box).x !== middleOf(card).x && box.x !== card.x;
}

/** The middle of the same side of the shape as of its card; from a shape as wide as the card it leaves where it did. */
function docked({ box, card }: { readonly box: Box; readonly card: Box }, at: Point): Point {
  const middle = middleOf(box);
  if (at.x === card.x) return { x: box.x, y: middle.y };
  if (at.x === card.x + card.width) return { x: box.x + box.width, y: middle.y };
  const x = box.width === card.width ? at.x : middle.x;
  return { x, y: at.y === card.y ? box.y : box.y + box.height };
}

/** The last points of a way: a gateway at the left end of its card stands elsewhere than the card's middle. */
function arrival(
  to: { readonly box: Box; readonly card: Box },
  before: Point,
  last: Point,
): readonly Point[] {
  const end = docked(to, last);
  if (end.x === before.x || end.y === before.y) return [end];
  return [{ x: end.x, y: before.y }, end];
}

/** From a circle below a card or at its right end to where the last piece of a way begins. */
function fromCircle(
  { box, card }: { readonly box: Box; readonly card: Box },
  before: Point,
  last: Point,
): readonly Point[] {
  const isBelow = box.y + box.height > card.y + card.height && box.x + box.width < card.x + card.width;
  const intoSide = before.y === last.y;
  const turn = intoSide
    ? { x: Math.abs(before.x - last.x) < CARD.width ? (before.x + last.x) / 2 : before.x, y: last.y }
    : { x: last.x, y: before.y };
  if (isBelow) {
    const begin = { x: box.x + box.width / 2, y: box.y + box.height };
    const y = begin.y + STEM;
    return [begin, { x: begin.x, y }, { x: turn.x, y }, ...(intoSide ? [turn] : [])];
  }
  const begin = { x: box.x + box.width, y: box.y + box.height / 2 };
  const x = intoSide && turn.x > begin.x ? turn.x : begin.x + STEM;
  if (intoSide) return [begin, { x, y: begin.y }, { x, y: last.y }];
  return [begin, { x, y: begin.y }, { x, y: turn.y }, turn];
}
