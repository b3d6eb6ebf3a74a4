import type { Revision } from '../../definitions/flow/revision.ts';

/** The same revision with a word list of this id that holds these words. */
export function withWords(revision: Revision, id: string, words: readonly string[]): Revision {
  const entries = words.map((phrase) => ({ phrase, means: 'mood' }));
  return {
    ...revision,
    wordLists: { ...revision.wordLists, [id]: { id, name: `Words of ${id}`, entries } },
  };
}
