import type { WordList } from '../../../definitions/flow/word-list.ts';
import type { Command } from './in-flow.ts';

/** A word list of the draft as it is to be, for all steps that read with it. */
export function changeWordList(list: WordList): Command {
  return (content) => ({ ...content, wordLists: { ...content.wordLists, [list.id]: list } });
}
