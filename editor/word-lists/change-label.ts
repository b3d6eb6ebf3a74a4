import type { WordList, WordListEntry } from '../../definitions/flow/word-list.ts';
import { drawingWords } from '../shell/drawing-words.ts';

/** What was done to a list, as its author would say it; null: nothing. */
export function changeLabel(
  { name, entries: before }: WordList,
  after: readonly WordListEntry[],
): string | null {
  const { did } = drawingWords.wordLists;
  const [were, are] = [new Set(before), new Set(after)];
  const added = after.filter((entry) => !were.has(entry));
  const gone = before.filter((entry) => !are.has(entry));
  if (added.length === 0 && gone.length === 0)
    return before.length === after.length && before.every((entry, at) => entry === after[at])
      ? null
      : did.moved(name);
  const [first = { phrase: '' }] = added;
  const [lost = { phrase: '' }] = gone;
  if (gone.length === 0)
    return added.length === 1 ? did.added(first.phrase, name) : did.addedMany(added.length, name);
  if (added.length === 0)
    return gone.length === 1 ? did.removed(lost.phrase, name) : did.removedMany(gone.length, name);
  return added.length === 1 && gone.length === 1
    ? did.changed(lost.phrase, name)
    : did.changedMany(Math.max(added.length, gone.length), name);
}
