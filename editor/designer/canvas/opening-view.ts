import { getViewportForBounds, type Viewport } from '@xyflow/react';
import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { boxAround, drawnPlacement } from '../../../definitions/drawing/place.ts';
import { AROUND } from './around.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a place is when it is seen first; null until then. */
export function useFirstSize(place: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const look = (): boolean => {
      const { offsetWidth: width, offsetHeight: height } = current;
      const isSeen = width > 0 && height > 0;
      if (isSeen) setSize((before) => before ?? { width, height });
      return isSeen;
    };
    if (look()) return undefined;
    const observer = new ResizeObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [place]);
  return size;
}

/** Where a drawing is looked at first: whole if it can be read so, else its middle. On whole pixels, so that it is sharp. */
export function openingView(flow: Flow, { width, height }: Size): Viewport {
  const around = boxAround([...drawnPlacement(flow).values()]);
  const { x, y, zoom } = getViewportForBounds(around, width, height, 0.75, 1, AROUND);
  return { x: Math.round(x), y: Math.round(y), zoom };
}
