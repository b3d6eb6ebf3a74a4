import type { ReactNode } from 'react';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { listsReadBy } from '../../definitions/reading/list-use.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import textButton from '../shell/text-button.module.css';
import styles from './designer.module.css';

/** The word lists that a step reads with, each to be opened; nothing for steps that read none. */
export function ReadsWith({
  node,
  content: { wordLists },
  onOpen,
}: {
  readonly node: FlowNode;
  readonly content: Pick<DraftContent, 'wordLists'>;
  readonly onOpen: (listId: string) => void;
}): ReactNode {
  const read = node.kind === 'serviceTask' ? listsReadBy(node.activity, Object.values(wordLists)) : [];
  if (read.length === 0) return null;
  const said = drawingWords.wordLists;
  return (
    <section className={styles['readsWith']} aria-label={said.readHere}>
      <h3>{said.readHere}</h3>
      <ul>
        {read.map(({ id, name, entries }) => (
          <li key={id}>
            <button type="button" className={textButton['textButton']} onClick={() => onOpen(id)}>
              {name}
            </button>{' '}
            <span className={styles['quiet']}>{said.count(entries.length)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
