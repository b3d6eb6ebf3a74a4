import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import decisions from '../decisions/decision-editor.module.css';
import grid from '../decisions/grid.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import { Empty } from '../shell/states.tsx';
import textButton from '../shell/text-button.module.css';
import type { WordChecks } from './use-word-checks.ts';

/** What stands below the words: that there are none, and a button for one more. */
export function WordsBelow({
  count,
  shownCount,
  onAdd,
}: {
  readonly count: number;
  readonly shownCount: number;
  /** Null: none can be added. */
  readonly onAdd: (() => void) | null;
}): ReactNode {
  const said = drawingWords.wordLists;
  return (
    <>
      {count === 0 ? <Empty title={said.noWords}>{said.noWordsToDo}</Empty> : null}
      <div className={grid['below']}>
        {onAdd === null ? null : (
          <Button variant="subtle" size="compact-xs" h={24} fz={12} onClick={onAdd}>
            {said.add}
          </Button>
        )}
        {shownCount === 0 && count > 0 ? said.notFound : null}
      </div>
    </>
  );
}

/** How many words there are, and what was found in them. */
export function WordsFooter({
  count,
  shownCount,
  checks: { counts, isBroken },
  onShowAll,
  onNext,
}: {
  readonly count: number;
  /** Null: all are shown. */
  readonly shownCount: number | null;
  readonly checks: WordChecks;
  readonly onShowAll: () => void;
  /** Goes to the next line that something is wrong with. */
  readonly onNext: () => void;
}): ReactNode {
  const said = drawingWords.wordLists;
  const button = (text: string, tone: string, act: () => void, title?: string): ReactNode => (
    <button
      type="button"
      className={`${textButton['textButton']} ${decisions[tone]}`}
      title={title}
      onClick={act}
    >
      {text}
    </button>
  );
  return (
    <div className={decisions['footer']}>
      {shownCount === null ? (
        <span>{said.count(count)}</span>
      ) : (
        <span>
          {said.filtered(shownCount, count)} {button(said.showAll, 'link', onShowAll)}
        </span>
      )}
      {isBroken ? <span className={decisions['bad']}>{said.broken}</span> : null}
      {counts === null && !isBroken ? <span>{said.checking}</span> : null}
      {counts !== null && counts.wrong > 0
        ? button(said.wrong(counts.wrong), 'bad', onNext, said.nextWrong)
        : null}
      {counts !== null && counts.toWeigh > 0
        ? button(said.toWeigh(counts.toWeigh), 'odd', onNext, said.nextWrong)
        : null}
      {counts !== null && counts.wrong + counts.toWeigh === 0 ? <span>{said.nothingWrong}</span> : null}
    </div>
  );
}
