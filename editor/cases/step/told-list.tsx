import { Fragment, type ReactNode } from 'react';
import type { DecisionTable, TableRow } from '../../../definitions/decision/table.ts';
import { words } from '../../shell/words.ts';
import { ClauseMark } from './clause-mark.tsx';
import { Cell } from '../../drawing/cell.tsx';
import { isAny } from '../../drawing/plain-test.ts';
import type { ToldRows } from './told-decision.ts';
import { RowNumber, type ToldProps } from './told-table.tsx';
import rules from '../../drawing/rule-table.module.css';
import styles from './told-table.module.css';

/** The same row below row, each with those clauses alone that ask something: for narrow windows and wide tables. */
export function ToldList({ table, rows, matched, told }: ToldProps): ReactNode {
  return (
    <ol className={styles['rows']} aria-label={table.name}>
      {rows.map((row) => {
        const isMatched = matched.includes(row.id);
        return (
          <li key={row.id} className={isMatched ? rules['matched'] : styles['other']}>
            <span className={`${rules['number']} ${styles['number']}`}>
              <RowNumber number={table.rows.indexOf(row) + 1} isMatched={isMatched} />
            </span>
            <span className={styles['clauses']}>
              <Clauses table={table} row={row} told={told} />
            </span>
            <span className={`${rules['answer']} ${styles['answer']}`}>
              <span aria-hidden>→ </span>
              {row.then.map((written, index) => (
                <Fragment key={index}>
                  {index === 0 ? null : ' · '}
                  <Cell written={written} />
                </Fragment>
              ))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Clauses({
  table,
  row,
  told,
}: {
  readonly table: DecisionTable;
  readonly row: TableRow;
  readonly told: ToldRows | null;
}): ReactNode {
  const asking = table.inputs
    .map((input, index) => ({ input, index, test: row.when[index] ?? '-' }))
    .filter(({ test }) => !isAny(test));
  if (asking.length === 0) return <span className={styles['any']}>{words.step.always}</span>;
  return asking.map(({ input, index, test }) => {
    const clause = told?.get(row.id)?.clauses[index];
    return (
      <span
        key={input.id}
        className={`${styles['clause']} ${clause?.matched === false ? styles['misses'] : ''}`}
      >
        {input.name}:{' '}
        <b>
          <Cell written={test} />
        </b>{' '}
        <ClauseMark clause={clause} />
      </span>
    );
  });
}
