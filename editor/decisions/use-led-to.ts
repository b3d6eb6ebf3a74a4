import { useCallbackRef } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Place } from './selection.ts';
import type { GridActs } from './use-grid.ts';

/** Goes to the cell of a grid that somebody was led to, once each time they are. `cellOf` null: it is not there. */
export function useLedTo<At>(
  at: At | undefined,
  cellOf: (at: At) => Place | null,
  acts: Pick<GridActs, 'goTo'>,
): void {
  const cell = useCallbackRef(cellOf);
  useEffect(() => {
    const there = at === undefined ? null : cell(at);
    if (there !== null) acts.goTo(there);
  }, [at, acts, cell]);
}
