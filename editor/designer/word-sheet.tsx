import type { ReactNode } from 'react';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { WordList } from '../../definitions/flow/word-list.ts';
import { useOnceFetched } from '../shell/fetched.ts';
import { Loading } from '../shell/states.tsx';
import { wordsChunk } from '../word-lists/words-chunk.ts';
import { changeWordList } from './commands/change-word-list.ts';
import type { Desk } from './desk.ts';

/** A word list of the draft, to be changed. */
export function WordSheet({
  desk,
  content: { wordLists },
  list,
}: {
  readonly desk: Pick<Desk, 'do'>;
  readonly content: Pick<DraftContent, 'wordLists'>;
  readonly list: WordList;
}): ReactNode {
  const WordEditor = useOnceFetched(wordsChunk);
  return WordEditor === null ? (
    <Loading height={44} />
  ) : (
    <WordEditor
      key={list.id}
      list={list}
      lists={wordLists}
      onChange={(label, changed) => desk.do(label, changeWordList(changed))}
    />
  );
}
