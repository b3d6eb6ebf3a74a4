import type { Database } from './database.ts';
import { fold } from './tally/fold.ts';
import type { Counted, Standing } from './tally/keys.ts';
import { tallyReader } from './tally/reader.ts';

/** How many cases there are of each sort, as of one moment. */
export interface TallySheet {
  /** How cases stand now, whenever they opened. */
  readonly standing: readonly (Standing & { readonly count: number })[];
  /** What opened in each half hour, from `from` (ISO 8601) on; null: all before those that are kept apart. */
  readonly spans: readonly {
    readonly from: string | null;
    /** Mentions that somebody said then. */
    readonly heard: number;
    /** Cases that opened then, as they are now. */
    readonly cases: readonly (Counted & { readonly count: number })[];
  }[];
}

/**
 * Cases are counted when they change, in the transaction that changes them, and not when somebody asks: what is read
 * then does not grow with how many there are.
 */
export interface TallyStore {
  read(): Promise<TallySheet>;
  /** Folds changes that were appended into the tallies, some hundred at once; answers how many. */
  fold(): Promise<number>;
}

export function tallyStore(db: Database): TallyStore {
  return { read: tallyReader(db), fold: () => fold(db) };
}
