import { memo, type ReactNode } from 'react';
import grid from '../decisions/grid.module.css';
import rules from '../drawing/rule-table.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import styles from './word-editor.module.css';

/** The heads of the columns of a word list. */
export const WordHeads = memo(function WordHeads(): ReactNode {
  const said = drawingWords.wordLists;
  return (
    <div role="row" aria-rowindex={1} className={grid['heads']}>
      <div role="columnheader" aria-colindex={1} className={`${grid['head']} ${grid['corner']}`}>
        <span className={rules['hidden']}>{drawingWords.decisions.number}</span>
      </div>
      {[said.phrase, said.means, said.weight, said.finds].map((name, at) => (
        <div key={name} role="columnheader" aria-colindex={at + 2} className={grid['head']}>
          <span className={styles['wordHead']}>{name}</span>
        </div>
      ))}
    </div>
  );
});
