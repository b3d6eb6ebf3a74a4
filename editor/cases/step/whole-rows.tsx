import { IconCheck } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import type { ToldRow } from '../../../definitions/decision/explain-inputs.ts';
import type { DecisionTable, TableRow } from '../../../definitions/decision/table.ts';
import { Cell } from '../../drawing/cell.tsx';
import { isAny } from '../../drawing/plain-test.ts';
import rules from '../../drawing/rule-table.module.css';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import { ClauseMark } from './clause-mark.tsx';
import type { ToldRows } from './told-decision.ts';
import styles from './whole-table.module.css';

const ROW_HEIGHT = 46;
const HEAD_HEIGHT = 32;
const NUMBER_WIDTH = 72;
const NARROWEST = 130;

/** The rows of a table of any length; only those in sight are drawn. */
export function WholeRows({
  table,
  hits,
  told,
  shown,
}: {
  readonly table: DecisionTable;
  /** Ids of the rows that decided. */
  readonly hits: ReadonlySet<string>;
  readonly told: ToldRows | null;
  /** The row to bring into sight; another object each time. */
  readonly shown: { readonly place: number } | null;
}): ReactNode {
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  useLayoutEffect(() => {
    if (shown !== null) virtual.scrollToIndex(shown.place, { align: 'center' });
  }, [shown, virtual]);
  const columns = [...table.inputs, ...table.outputs];
  const layout: CSSProperties & { readonly '--columns': string } = {
    '--columns': `${NUMBER_WIDTH}px repeat(${columns.length}, minmax(${NARROWEST}px, 1fr))`,
    minWidth: NUMBER_WIDTH + columns.length * NARROWEST,
  };
  return (
    <div ref={scroll} className={styles['scroll']} role="group" aria-label={table.name} tabIndex={0}>
      <div role="table" aria-label={table.name} aria-rowcount={table.rows.length + 1} style={layout}>
        <div role="row" aria-rowindex={1} className={styles['heads']}>
          <div role="columnheader" className={styles['head']}>
            <span className={rules['hidden']}>{words.step.rowHead}</span>
          </div>
          {columns.map(({ id, name }, at) => (
            <div
              key={id}
              role="columnheader"
              title={name}
              className={`${styles['head']} ${at < table.inputs.length ? '' : styles['output']}`}
            >
              {name}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = table.rows[index];
            return row === undefined ? null : (
              <WholeRow
                key={row.id}
                table={table}
                row={row}
                place={index}
                top={start - HEAD_HEIGHT}
                isHit={hits.has(row.id)}
                told={told?.get(row.id)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const WholeRow = memo(function WholeRow({
  table,
  row,
  place,
  top,
  isHit,
  told,
}: {
  readonly table: DecisionTable;
  readonly row: TableRow;
  readonly place: number;
  readonly top: number;
  readonly isHit: boolean;
  readonly told: ToldRow | undefined;
}): ReactNode {
  const said = drawingWords.wholeTable;
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      className={`${styles['row']} ${isHit ? styles['hit'] : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      title={row.annotation}
    >
      <div role="rowheader" className={styles['number']}>
        <span>
          {isHit ? <IconCheck size={13} role="img" aria-label={words.way.rowMatched(place + 1)} /> : null}
          {place + 1}
        </span>
        {isHit ? <small>{said.decided}</small> : told?.hit === true ? <small>{said.fitsToo}</small> : null}
      </div>
      {table.inputs.map((input, at) => (
        <Clause key={input.id} test={row.when[at] ?? '-'} clause={told?.clauses[at]} />
      ))}
      {table.outputs.map((output, at) => (
        <div key={output.id} role="cell" className={`${styles['cell']} ${styles['answer']}`}>
          <Cell written={row.then[at] ?? ''} />
        </div>
      ))}
    </div>
  );
});

function Clause({
  test,
  clause,
}: {
  readonly test: string;
  readonly clause: ToldRow['clauses'][number] | undefined;
}): ReactNode {
  if (isAny(test))
    return (
      <div role="cell" className={`${styles['cell']} ${styles['any']}`}>
        –
      </div>
    );
  return (
    <div role="cell" className={`${styles['cell']} ${clause?.matched === false ? styles['misses'] : ''}`}>
      <span className={styles['test']}>
        <Cell written={test} />
      </span>
      <span className={styles['mark']}>
        <ClauseMark clause={clause} />
      </span>
    </div>
  );
}
