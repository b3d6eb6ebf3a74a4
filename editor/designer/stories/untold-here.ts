import { createContext } from 'react';

/** Ids of the steps and arrows of the drawing that no story passes, as far as they are to be marked. */
export interface UntoldPlaces {
  readonly steps: ReadonlySet<string>;
  readonly arrows: ReadonlySet<string>;
}

/** Where nothing is to be marked. */
export const NOTHING_UNTOLD: UntoldPlaces = { steps: new Set(), arrows: new Set() };

export const UntoldContext = createContext<UntoldPlaces>(NOTHING_UNTOLD);
export const UntoldHere = UntoldContext.Provider;
