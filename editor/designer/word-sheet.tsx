import { useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { WordList } from '../../definitions/flow/word-list.ts';
import { useOnceFetched } from '../shell/fetched.ts';
import { Loading } from '../shell/states.tsx';
import { wordsChunk } from '../word-lists/words-chunk.ts';
import { changeWordList } from './commands/change-word-list.ts';
import type { Desk } from './desk.ts';
import { WordListActs } from './lists/word-list-acts.tsx';

/** A word list of the draft, to be changed. */
export function WordSheet({
  desk,
  content,
  list,
}: {
  readonly desk: Pick<Desk, 'do'>;
  readonly content: Pick<DraftContent, 'flow' | 'called' | 'wordLists'>;
  readonly list: WordList;
}): ReactNode {
  const WordEditor = useOnceFetched(wordsChunk);
  const [search] = useSearchParams();
  const [word, part] = [search.get('word'), search.get('part')];
  const at = useMemo(() => (word === null ? undefined : { word, part }), [word, part]);
  return WordEditor === null ? (
    <Loading height={44} />
  ) : (
    <WordEditor
      key={list.id}
      list={list}
      lists={content.wordLists}
      at={at}
      acts={<WordListActs {...{ desk, content, list }} />}
      onChange={(label, changed) => desk.do(label, changeWordList(changed))}
    />
  );
}
