import type { Viewport } from '@xyflow/react';
import { CARD } from '../../../definitions/drawing/place.ts';
import type { Spot } from '../commands/spot.ts';
import type { Size } from './opening-view.ts';

/** Whether the whole of a card can be seen without moving the drawing. */
export function isInSight(card: Spot, { x, y, zoom }: Viewport, { width, height }: Size): boolean {
  const [left, top] = [x + card.x * zoom, y + card.y * zoom];
  return left >= 0 && top >= 0 && left + CARD.width * zoom <= width && top + CARD.height * zoom <= height;
}

/** The arrow that is drawn by itself at a place on the screen. */
export function arrowUnder(x: number, y: number): string | null {
  const under = document.elementsFromPoint(x, y);
  const edge = under.flatMap((element) => element.closest('.react-flow__edge') ?? [])[0];
  return edge?.getAttribute('data-id') ?? null;
}
