import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TableFinding } from '../../definitions/decision/analysis/analyse.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { plainTest } from '../drawing/plain-test.ts';
import { ANY, type GridColumn } from './cells.ts';
import styles from './grid.module.css';
import { shownText } from './shown-text.ts';

/** So many gaps are drawn; the rest is counted. */
export const MOST_GHOSTS = 6;

/** Inputs that no row fits, as the rows that would fit them. */
export function GhostRows({
  gaps,
  columns,
  firstRow,
  isOld,
  readOnly,
  onAdd,
  onTry,
}: {
  readonly gaps: readonly TableFinding[];
  readonly columns: readonly GridColumn[];
  /** Where the first of them would stand, from 0. */
  readonly firstRow: number;
  /** The table was changed since they were found. */
  readonly isOld: boolean;
  readonly readOnly: boolean;
  readonly onAdd: (gap: TableFinding) => void;
  readonly onTry: (gap: TableFinding) => void;
}): ReactNode {
  const said = drawingWords.decisions.gap;
  const outputs = columns.filter(({ kind }) => kind === 'output').length;
  if (gaps.length === 0) return null;
  return (
    <div role="rowgroup" className={isOld ? styles['old'] : ''}>
      {gaps.slice(0, MOST_GHOSTS).map((gap, index) => (
        <div key={gap.message} role="row" aria-rowindex={firstRow + index + 2} className={styles['ghost']}>
          <div role="rowheader" className={styles['number']} aria-label={said.told}>
            {'+'}
          </div>
          {columns.map((column, at) =>
            column.kind === 'input' ? (
              <div
                key={column.clause.id}
                role="gridcell"
                aria-colindex={at + 2}
                title={cellOf(gap, column.clause.id)}
              >
                {shownText(cellOf(gap, column.clause.id), column)}
              </div>
            ) : null,
          )}
          <div
            role="gridcell"
            className={styles['ghostTold']}
            style={{ gridColumn: `span ${outputs}` }}
            title={gap.message}
          >
            {told(gap, columns)}
          </div>
          <div role="gridcell" className={styles['ghostActs']}>
            {readOnly ? null : (
              <Button
                variant="default"
                size="compact-xs"
                h={24}
                fz={12}
                disabled={isOld}
                onClick={() => onAdd(gap)}
              >
                {said.add}
              </Button>
            )}
            <Button variant="subtle" size="compact-xs" h={24} fz={12} onClick={() => onTry(gap)}>
              {said.tryIt}
            </Button>
          </div>
        </div>
      ))}
    </div>
  );
}

function cellOf({ cells, witness }: TableFinding, input: string): string {
  return cells === undefined ? (witness?.[input]?.feel ?? ANY) : (cells[input] ?? ANY);
}

/** 'nothing answers: missed window, North'. */
function told({ witness, certain }: TableFinding, columns: readonly GridColumn[]): string {
  const said = drawingWords.decisions.gap;
  const values = columns.flatMap((column) => {
    const value = column.kind === 'input' ? witness?.[column.clause.id]?.feel : undefined;
    return value === undefined ? [] : [plainTest(value)];
  });
  const sure = certain ? said.told : `${said.unsure} ${said.told}`;
  return values.length === 0 ? sure : `${sure}: ${values.join(', ')}`;
}
