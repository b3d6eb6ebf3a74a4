import { BOUNDS } from '../flow/bounds.ts';
import type { WordListEntry } from '../flow/word-list.ts';

/** A line of a word list as it is written: it may say nothing yet, or nothing that can be kept. */
export interface WordRow {
  readonly phrase: string;
  readonly means: string;
  /** A number, or empty. */
  readonly weight: string;
}
export type WordPart = keyof WordRow;

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)$/;

/** What a weight says that somebody wrote, with a point or a comma; null: no number. */
export function weightOf(written: string): number | null {
  const text = written.trim();
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : null;
}

export function rowOf({ phrase, means, weight }: WordListEntry): WordRow {
  return { phrase, means, weight: weight === undefined ? '' : String(weight) };
}

/** The entry that a line says; null: something is missing, too long, or no number. */
export function entryOf({ phrase, means, weight }: WordRow): WordListEntry | null {
  const known = weight.trim() === '' ? undefined : weightOf(weight);
  const isWhole = [phrase, means].every((text) => text.trim() !== '' && text.length <= BOUNDS.nameCharacters);
  if (!isWhole || known === null) return null;
  return { phrase, means, ...(known === undefined ? {} : { weight: known }) };
}
