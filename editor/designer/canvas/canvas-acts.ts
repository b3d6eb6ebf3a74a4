import { createContext, use } from 'react';

/** What parts of the canvas ask of it. */
export interface CanvasActs {
  /** Offers what may be put behind a step; `by` is where on the screen it was asked for. */
  addBehind(node: string, by: DOMRect): void;
  addInto(edge: string, by: DOMRect): void;
}

export const CanvasActsContext = createContext<CanvasActs | null>(null);

export function useCanvasActs(): CanvasActs {
  const acts = use(CanvasActsContext);
  if (acts === null) throw new Error('Only within a canvas.');
  return acts;
}
