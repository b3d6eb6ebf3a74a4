import type { WordListEntry } from '../../../definitions/flow/word-list.ts';

/** The entries in which every typed word occurs, in the phrase or in what it means; without case and accents. */
export function findWords(entries: readonly WordListEntry[], typed: string): readonly WordListEntry[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  return entries.filter(({ phrase, means }) => {
    const text = plain(`${phrase} ${means}`);
    return wanted.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
