import type { ReactNode } from 'react';
import { drawingWords } from '../shell/drawing-words.ts';
import type { PlacedHit } from './try-text.ts';
import styles from './word-editor.module.css';

/** A text in which the words that were found are marked; of those that lie over each other, the first. */
export function MarkedText({
  text,
  hits,
}: {
  readonly text: string;
  readonly hits: readonly PlacedHit[];
}): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { hit, from, to } of hits) {
    if (from < at || to > text.length) continue;
    pieces.push(text.slice(at, from));
    pieces.push(
      <mark
        key={from}
        className={styles['mark']}
        title={drawingWords.wordLists.tryText.means(hit.entry.phrase, hit.means)}
      >
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  pieces.push(text.slice(at));
  return (
    <p className={styles['marked']} dir="auto">
      {pieces}
    </p>
  );
}
