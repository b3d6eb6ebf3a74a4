import type { WordList } from '../../../definitions/flow/word-list.ts';
import type { Command } from './in-flow.ts';

/** A word list of the draft as it is to be, for all steps that read with it; one that there is not yet is a new one. */
export function changeWordList(list: WordList): Command {
  return (content) => ({ ...content, wordLists: { ...content.wordLists, [list.id]: list } });
}

/** A word list under another name. Steps know it by its id, so all of them go on reading with it. */
export function renameWordList(id: string, name: string): Command {
  return (content) => {
    const list = Object.hasOwn(content.wordLists, id) ? content.wordLists[id] : undefined;
    if (list === undefined || list.name === name) return content;
    return changeWordList({ ...list, name })(content);
  };
}

/** The draft without a word list; steps that read with it find its words no more. */
export function removeWordList(id: string): Command {
  return (content) => {
    if (!Object.hasOwn(content.wordLists, id)) return content;
    const { [id]: _, ...wordLists } = content.wordLists;
    return { ...content, wordLists };
  };
}
