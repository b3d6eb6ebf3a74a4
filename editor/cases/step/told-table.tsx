import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DecisionTable, TableRow } from '../../../definitions/decision/table.ts';
import { words } from '../../shell/words.ts';
import { ClauseMark } from './clause-mark.tsx';
import { Cell } from '../../drawing/cell.tsx';
import { ColumnHeads } from '../../drawing/column-heads.tsx';
import { isAny } from '../../drawing/plain-test.ts';
import type { ToldRows } from './told-decision.ts';
import rules from '../../drawing/rule-table.module.css';
import styles from './told-table.module.css';

export interface ToldProps {
  readonly table: DecisionTable;
  /** The rows to show. */
  readonly rows: readonly TableRow[];
  /** Ids of those that matched. */
  readonly matched: readonly string[];
  readonly told: ToldRows | null;
}

/** The rows of a decision as a table: each clause with whether it fitted, and what the value was where it did not. */
export function ToldTable({ table, rows, matched, told }: ToldProps): ReactNode {
  return (
    <div className={rules['scroll']} role="group" aria-label={table.name} tabIndex={0}>
      <table className={`${rules['table']} ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col">
              <span className={rules['hidden']}>{words.step.rowHead}</span>
            </th>
            <ColumnHeads table={table} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isMatched = matched.includes(row.id);
            return (
              <tr key={row.id} className={isMatched ? rules['matched'] : styles['other']}>
                <th scope="row" className={`${rules['number']} ${styles['number']}`}>
                  <RowNumber number={table.rows.indexOf(row) + 1} isMatched={isMatched} />
                </th>
                {table.inputs.map((input, index) => (
                  <Clause
                    key={input.id}
                    test={row.when[index] ?? '-'}
                    clause={told?.get(row.id)?.clauses[index]}
                  />
                ))}
                {table.outputs.map((output, index) => (
                  <td key={output.id} className={rules['answer']}>
                    <Cell written={row.then[index] ?? ''} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** 'Row 3', with a check when it matched. */
export function RowNumber({
  number,
  isMatched,
}: {
  readonly number: number;
  readonly isMatched: boolean;
}): ReactNode {
  return (
    <>
      {isMatched ? <IconCheck size={14} role="img" aria-label={words.way.rowMatched(number)} /> : null}
      {number}
    </>
  );
}

function Clause({
  test,
  clause,
}: {
  readonly test: string;
  readonly clause: Parameters<typeof ClauseMark>[0]['clause'];
}): ReactNode {
  if (isAny(test)) return <td className={styles['any']}>–</td>;
  return (
    <td className={clause?.matched === false ? styles['misses'] : undefined}>
      <Cell written={test} /> <ClauseMark clause={clause} />
    </td>
  );
}
