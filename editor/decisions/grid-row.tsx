import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { TableFinding as AnalysisFinding } from '../../definitions/decision/analysis/analyse.ts';
import type { TableFinding as CellFinding } from '../../definitions/decision/check-table.ts';
import type { TableRow } from '../../definitions/decision/table.ts';
import { counted } from '../words/locale.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';
import { CellField, type CellFieldProps } from './cell-field.tsx';
import { textAt, type GridColumn } from './cells.ts';
import styles from './grid.module.css';
import type { RowTrial } from './row-notes.ts';
import { shownText } from './shown-text.ts';

/** What is written into a cell while it is open. */
export type OpenCell = Omit<CellFieldProps, 'text' | 'label'>;

export interface GridRowProps {
  readonly gridId: string;
  readonly row: TableRow;
  /** Where it is shown, and where it stands in the table; both from 0. */
  readonly at: number;
  readonly place: number;
  readonly top: number;
  readonly columns: readonly GridColumn[];
  /** The column of the active cell; -1 if it is in another row. */
  readonly active: number;
  /** The columns of the range, as far as it reaches into this row. */
  readonly from: number;
  readonly to: number;
  /** Of the active cell, if it is written into. */
  readonly open: OpenCell | null;
  readonly wrong: readonly CellFinding[] | undefined;
  readonly found: readonly AnalysisFinding[] | undefined;
  readonly trial: RowTrial | undefined;
  /** No story comes to it. */
  readonly isUntold: boolean;
}

/** One row of the grid; it is drawn anew only when something of it changes. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { gridId, row, at, place, top, columns, active, from, to, open, wrong, found, trial, isUntold } =
    props;
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={[
        styles['row'],
        trial === undefined ? '' : styles[trial.is],
        open === null ? '' : styles['writing'],
      ].join(' ')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowNumber place={place} found={found} trial={trial} isUntold={isUntold} row={at} />
      {columns.map((column, index) => {
        const finding = wrong?.find(({ place: of }) => isOf(of, column));
        const isActive = index === active;
        const isOpen = isActive && open !== null;
        const hasFailed = column.kind === 'input' && trial?.failed.includes(column.at);
        const text = textAt(row, column);
        return (
          <div
            key={column.kind === 'note' ? 'note' : column.clause.id}
            id={cellId(gridId, at, index)}
            role="gridcell"
            aria-colindex={index + 2}
            aria-selected={index >= from && index <= to}
            aria-invalid={finding?.severity === 'error' || undefined}
            tabIndex={isActive ? 0 : -1}
            data-row={at}
            data-column={index}
            className={[
              styles['cell'],
              styles[column.kind],
              index >= from && index <= to ? styles['selected'] : '',
              isActive ? styles['active'] : '',
              finding === undefined ? '' : styles[finding.severity],
              hasFailed ? styles['failed'] : '',
              isOpen ? styles['open'] : '',
            ].join(' ')}
            title={isOpen ? undefined : titleOf(text, finding)}
          >
            {isOpen ? (
              <CellField {...open} text={text} label={fieldLabel(column, place)} />
            ) : (
              <span className={styles['text']}>{shownText(text, column)}</span>
            )}
            {hasFailed && !isOpen ? (
              <IconX size={12} className={styles['cross']} aria-label={words.step.fitsNot} />
            ) : null}
          </div>
        );
      })}
    </div>
  );
});

/** How a row fared, for who hears it. */
const FARES: { readonly [is in RowTrial['is']]: string | undefined } = {
  decides: words.step.fits,
  fits: drawingWords.decisions.tryIt.fits,
  fails: undefined,
};

function RowNumber({
  place,
  row,
  found,
  trial,
  isUntold,
}: Pick<GridRowProps, 'place' | 'found' | 'trial' | 'isUntold'> & { readonly row: number }): ReactNode {
  const untold = isUntold ? [drawingWords.stories.untold.rowIs] : [];
  const messages = [...(found?.map(({ message }) => message) ?? []), ...untold];
  const said = messages.length === 0 ? undefined : messages.join('\n');
  const isGrave = found?.some(({ severity }) => severity !== 'information') ?? false;
  const fares = trial === undefined ? undefined : FARES[trial.is];
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      aria-label={[drawingWords.decisions.rowIs(place + 1), fares, said].filter(Boolean).join('. ')}
      className={styles['number']}
      data-untold={isUntold || undefined}
      data-handle={row}
      title={said ?? drawingWords.decisions.drag}
    >
      {found === undefined ? null : (
        <IconAlertTriangle size={12} aria-hidden className={isGrave ? styles['grave'] : styles['mild']} />
      )}
      {counted(place + 1)}
    </div>
  );
}

export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}

function isOf({ part, column }: CellFinding['place'], of: GridColumn): boolean {
  if (of.kind === 'note') return false;
  return part === (of.kind === 'input' ? 'when' : 'then') && column === of.clause.id;
}

function titleOf(text: string, finding: CellFinding | undefined): string | undefined {
  if (finding !== undefined) return `${text}\n${finding.message}`;
  return text.length > 8 ? text : undefined;
}

function fieldLabel(column: GridColumn, place: number): string {
  return drawingWords.decisions.cell(
    column.kind === 'note' ? drawingWords.decisions.note : column.clause.name,
    place + 1,
  );
}
