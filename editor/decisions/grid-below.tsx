import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TableOutput } from '../../definitions/decision/table.ts';
import { plainTest } from '../drawing/plain-test.ts';
import { Empty } from '../shell/states.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { MOST_GHOSTS } from './ghost-rows.tsx';
import styles from './grid.module.css';

/**
 * What stands below the rows: that there are none, how many gaps are not drawn, a button for one more row, and what
 * comes of it when no row fits, which hides where nobody said anything.
 */
export function GridBelow({
  rowCount,
  shownCount,
  gapCount,
  outputs,
  onAdd,
  onWithoutDefaults,
}: {
  readonly rowCount: number;
  readonly shownCount: number;
  readonly gapCount: number;
  readonly outputs: readonly TableOutput[];
  /** Null: no row can be added. */
  readonly onAdd: (() => void) | null;
  /** Null: what comes of it when no row fits stays as it is. */
  readonly onWithoutDefaults: (() => void) | null;
}): ReactNode {
  const said = drawingWords.decisions;
  const defaults = outputs.flatMap(({ name, default: text }) =>
    text === undefined ? [] : [outputs.length === 1 ? plainTest(text) : `${name} ${plainTest(text)}`],
  );
  return (
    <>
      {rowCount === 0 ? <Empty title={said.noRows}>{said.noRowsToDo}</Empty> : null}
      <div className={styles['below']}>
        {onAdd === null ? null : (
          <Button variant="subtle" size="compact-xs" h={24} fz={12} onClick={onAdd}>
            {said.addRow}
          </Button>
        )}
        {gapCount > MOST_GHOSTS ? said.gap.more(gapCount - MOST_GHOSTS) : null}
        {shownCount === 0 && rowCount > 0 ? said.nothingShown : null}
      </div>
      {defaults.length === 0 ? null : (
        <div className={styles['below']}>
          {said.otherwise.told(defaults.join(', '))}
          {onWithoutDefaults === null ? null : (
            <Button
              variant="default"
              size="compact-xs"
              h={24}
              fz={12}
              title={said.otherwise.help}
              onClick={onWithoutDefaults}
            >
              {said.otherwise.takeAway}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
