import { createContext, use } from 'react';

/** Drawings of more steps are drawn in part: what is in sight, and plainer from afar. */
export const LARGE = 120;
/** At a smaller size nobody reads what a card says below its name. */
const FAR = 0.45;

/** How a drawing is looked at; from afar it also matters whether an arrow is being drawn, for it has to end somewhere. */
export type Sight = 'near' | 'far' | 'far, joining';

export function isFarAt(zoom: number, steps: number): boolean {
  return steps > LARGE && zoom < FAR;
}

export const SightContext = createContext<Sight>('near');

export function useSight(): Sight {
  return use(SightContext);
}
