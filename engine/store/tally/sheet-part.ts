import type { TallySheet } from '../tallies.ts';
import { HEARD, readCounted, readStanding } from './keys.ts';
import { BEFORE, NOW, summedUp, type TallyChange } from './tallies-of-case.ts';

/** What one tally says: of how cases stand ('now'), or of a span of time. */
export interface SheetPart {
  readonly standing: TallySheet['standing'];
  readonly span: TallySheet['spans'][number];
}

/** A tally's counts, with its keys read. */
export function sheetPart(tally: string, changes: readonly TallyChange[]): SheetPart {
  const counts = summedUp(changes).map(({ key, by }) => ({ key, count: by }));
  if (tally === NOW) {
    const standing = counts.map(({ key, count }) => ({ ...readStanding(key), count }));
    return { standing, span: { from: null, heard: 0, cases: [] } };
  }
  return {
    standing: [],
    span: {
      from: tally === BEFORE ? null : tally,
      heard: counts.find(({ key }) => key === HEARD)?.count ?? 0,
      cases: counts
        .filter(({ key }) => key !== HEARD)
        .map(({ key, count }) => ({ ...readCounted(key), count })),
    },
  };
}
