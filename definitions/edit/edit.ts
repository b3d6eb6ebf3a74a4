import type { Change } from './change.ts';

/** One act of somebody, done and taken back as a whole. */
export interface Edit {
  /** Whoever did it made it up; an edit that arrives twice is known by it. */
  readonly id: string;
  /** What was done, in the words of an analyst. */
  readonly label: string;
  readonly changes: readonly Change[];
}

/** What an edit may hold at most. Keys are ids, names or phrases with some signs written twice, addresses a few of them. */
export const EDIT_BOUNDS = {
  changes: 100_000,
  keyCharacters: 1_100,
  addressCharacters: 3_000,
} as const;
