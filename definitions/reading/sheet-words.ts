import { BOUNDS } from '../flow/bounds.ts';
import type { WordList, WordListEntry } from '../flow/word-list.ts';
import { entryOf, rowOf, type WordRow } from './word-row.ts';

/** What stands above the words in a file. */
const HEAD = ['Word', 'Means', 'Weight'] as const;
const HEADS: ReadonlySet<string> = new Set(['word', 'words', 'phrase']);

/** A line of a file of words, and which it is there; counted from 1. */
export interface ReadLine {
  readonly line: number;
  readonly row: WordRow;
}

/** The cells of a file as lines of a word list: a word, what it means, its weight. A head and empty lines are none. */
export function readLines(
  rows: readonly (readonly string[])[],
  lines?: readonly number[],
): readonly ReadLine[] {
  return rows.flatMap(([phrase = '', means = '', weight = ''], at) => {
    const row = { phrase: phrase.trim(), means: means.trim(), weight: weight.trim() };
    const isHead = at === 0 && HEADS.has(row.phrase.toLowerCase());
    const isEmpty = row.phrase === '' && row.means === '' && row.weight === '';
    return isHead || isEmpty ? [] : [{ line: lines?.[at] ?? at + 1, row }];
  });
}

/** A word list as cells of a file, under a head. */
export function cellsOfWords({ entries }: Pick<WordList, 'entries'>): readonly (readonly string[])[] {
  const rows = entries.map(rowOf).map(({ phrase, means, weight }) => [phrase, means, weight]);
  return [[...HEAD], ...rows];
}

/** What lines from elsewhere would change in a list. */
export interface WordsTaken {
  readonly entries: readonly WordListEntry[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Lines that say nothing that can be kept. */
  readonly left: readonly ReadLine[];
  readonly isTooMany: boolean;
}

/**
 * Takes lines into a list: beside what is there, or in its place. `means` is what lines without a meaning mean. A word
 * with the same meaning is the same entry; its weight is the new one.
 */
export function withLines(
  { entries: before }: Pick<WordList, 'entries'>,
  lines: readonly ReadLine[],
  { means, isReplaced }: { readonly means: string; readonly isReplaced: boolean },
): WordsTaken {
  const keyOf = (entry: WordListEntry): string => `${entry.phrase}\n${entry.means}`;
  const left: ReadLine[] = [];
  const brought = new Map<string, WordListEntry>();
  for (const read of lines) {
    const entry = entryOf({ ...read.row, means: read.row.means === '' ? means.trim() : read.row.means });
    if (entry === null) left.push(read);
    else brought.set(keyOf(entry), entry);
  }
  const known = new Map(before.map((entry) => [keyOf(entry), entry]));
  let changed = 0;
  const asBefore = (key: string, entry: WordListEntry): WordListEntry => {
    const was = known.get(key);
    if (was?.weight === entry.weight && was !== undefined) return was;
    if (was !== undefined) changed += 1;
    return entry;
  };
  const taken = new Map([...brought].map(([key, entry]) => [key, asBefore(key, entry)]));
  const added = [...taken].flatMap(([key, entry]) => (known.has(key) ? [] : [entry]));
  const stay = before.map((entry) => taken.get(keyOf(entry)) ?? entry);
  const entries = isReplaced ? [...taken.values()] : [...stay, ...added];
  return {
    entries,
    added: added.length,
    changed,
    removed: isReplaced ? before.filter((entry) => !taken.has(keyOf(entry))).length : 0,
    left,
    isTooMany: entries.length > BOUNDS.wordListEntries,
  };
}
