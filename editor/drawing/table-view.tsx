import { useState, type ReactNode } from 'react';
import type { DecisionTable, TableRow } from '../../definitions/decision/table.ts';
import { words } from '../shell/words.ts';
import { AsWrittenSwitch } from './as-written-switch.tsx';
import { Cell } from './cell.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { isSaidOtherwise } from './plain-test.ts';
import rules from './rule-table.module.css';
import styles from './table-view.module.css';

/** A whole decision table, in plain words or as its author wrote it, with the notes of its rows. */
export function TableView({ table }: { readonly table: DecisionTable }): ReactNode {
  const [isAsWritten, setAsWritten] = useState(false);
  const hasNotes = table.rows.some((row) => row.annotation !== undefined);
  const hasChoice = table.rows.some(({ when, then }) => [...when, ...then].some(isSaidOtherwise));
  return (
    <>
      <div className={rules['scroll']} role="group" aria-label={table.name} tabIndex={0}>
        <TableRows table={table} rows={table.rows} hasNotes={hasNotes} isAsWritten={isAsWritten} />
      </div>
      {hasChoice ? <AsWrittenSwitch isOn={isAsWritten} onChange={setAsWritten} /> : null}
    </>
  );
}

/** The heads of a decision table and rows of it from its first on, by default in plain words and without their notes. */
export function TableRows({
  table,
  rows,
  hasNotes = false,
  isAsWritten = false,
}: {
  readonly table: DecisionTable;
  readonly rows: readonly TableRow[];
  readonly hasNotes?: boolean;
  readonly isAsWritten?: boolean;
}): ReactNode {
  return (
    <table className={rules['table']}>
      <thead>
        <tr>
          <th scope="col" className={`${rules['number']} ${styles['number']}`}>
            <span className={rules['hidden']}>{words.step.rowHead}</span>
          </th>
          <ColumnHeads table={table} />
          {hasNotes ? <th scope="col">{words.way.note}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 ? (
          <tr>
            <td colSpan={table.inputs.length + table.outputs.length + 1}>{words.parts.noRows}</td>
          </tr>
        ) : null}
        {rows.map((row, place) => (
          <tr key={row.id}>
            <th scope="row" className={`${rules['number']} ${styles['number']}`}>
              {place + 1}
            </th>
            {row.when.map((test, index) => (
              <td key={table.inputs[index]?.id ?? index}>
                <Cell written={test} isAsWritten={isAsWritten} />
              </td>
            ))}
            {row.then.map((value, index) => (
              <td key={table.outputs[index]?.id ?? index} className={rules['answer']}>
                <Cell written={value} isAsWritten={isAsWritten} />
              </td>
            ))}
            {hasNotes ? <td className={styles['note']}>{row.annotation}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
