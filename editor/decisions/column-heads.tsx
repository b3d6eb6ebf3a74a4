import { Menu } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { TableFinding as AnalysisFinding } from '../../definitions/decision/analysis/analyse.ts';
import type { TableFinding as CellFinding } from '../../definitions/decision/check-table.ts';
import rules from '../drawing/rule-table.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import type { GridColumn } from './cells.ts';
import styles from './grid.module.css';
import { typeWords } from './type-choice.ts';

/** What can be done with a column. */
export type ColumnAct = 'change' | 'sort up' | 'sort down' | 'left' | 'right' | 'remove';

export interface ColumnHeadsProps {
  readonly columns: readonly GridColumn[];
  /** What is wrong with a column as a whole, by the ids of inputs and outputs. */
  readonly wrong: ReadonlyMap<string, CellFinding>;
  readonly found: ReadonlyMap<string, AnalysisFinding>;
  readonly readOnly: boolean;
  /** The order of rows decides which of them counts. */
  readonly isOrdered: boolean;
  readonly onAct: (act: ColumnAct, column: GridColumn) => void;
}

/** The heads of all columns, which stay in sight; each opens what can be done with its column. */
export const ColumnHeads = memo(function ColumnHeads(props: ColumnHeadsProps): ReactNode {
  return (
    <div role="row" aria-rowindex={1} className={styles['heads']}>
      <div role="columnheader" aria-colindex={1} className={`${styles['head']} ${styles['corner']}`}>
        <span className={rules['hidden']}>{drawingWords.decisions.number}</span>
      </div>
      {props.columns.map((column, index) => (
        <div
          key={column.kind === 'note' ? 'note' : column.clause.id}
          role="columnheader"
          aria-colindex={index + 2}
          className={`${styles['head']} ${column.kind === 'output' ? styles['headOutput'] : ''}`}
        >
          <HeadMenu {...props} column={column} />
        </div>
      ))}
    </div>
  );
});

function HeadMenu({
  column,
  columns,
  wrong,
  found,
  readOnly,
  isOrdered,
  onAct,
}: ColumnHeadsProps & { readonly column: GridColumn }): ReactNode {
  const said = drawingWords.decisions.columns;
  const name = nameOf(column);
  const id = column.kind === 'note' ? '' : column.clause.id;
  const odd = wrong.get(id)?.message ?? found.get(id)?.message;
  const what = whatOf(column);
  const title = [name, what, odd].filter(Boolean).join('\n');
  const shown = (
    <>
      <span className={styles['headName']}>{name}</span>
      {odd === undefined ? null : (
        <IconAlertTriangle size={13} aria-label={odd} className={styles['headOdd']} />
      )}
      {what === '' ? null : <span className={styles['headWhat']}>{what}</span>}
    </>
  );
  if (readOnly)
    return (
      <div className={styles['headButton']} title={title}>
        {shown}
      </div>
    );
  const alike = columns.filter(({ kind }) => kind === column.kind).length;
  const isLastOutput = column.kind === 'output' && alike === 1;
  const item = (act: ColumnAct, text: string, isOff = false): ReactNode => (
    <Menu.Item disabled={isOff} onClick={() => onAct(act, column)}>
      {text}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button type="button" className={styles['headButton']} title={title}>
          {shown}
          {what === '' ? <IconChevronDown size={13} aria-hidden className={styles['headSign']} /> : null}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {column.kind === 'note' ? null : item('change', said.change)}
        {item('sort up', said.up)}
        {item('sort down', said.down)}
        {isOrdered ? <Menu.Label>{said.sortMatters}</Menu.Label> : null}
        {column.kind === 'note' ? null : (
          <>
            <Menu.Divider />
            {item('left', said.left, column.at === 0)}
            {item('right', said.right, column.at === alike - 1)}
            {item('remove', said.remove, isLastOutput)}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

export function nameOf(column: GridColumn): string {
  return column.kind === 'note' ? drawingWords.decisions.note : column.clause.name;
}

function whatOf(column: GridColumn): string {
  if (column.kind === 'note') return '';
  const expression = column.kind === 'input' ? column.clause.expression : undefined;
  const type = typeWords(column.clause.type);
  return expression === undefined ? type : `${expression} · ${type}`;
}
