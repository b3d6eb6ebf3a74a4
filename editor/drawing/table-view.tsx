import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DecisionTable, TableRow } from '../../definitions/decision/table.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { useNow } from '../shell/now.tsx';
import { plainValue } from '../shell/plain-value.ts';
import { words } from '../shell/words.ts';
import rules from './rule-table.module.css';
import styles from './table-view.module.css';

const AROUND = 2;
const ALL_BELOW = 9;

/**
 * A decision table as its author wrote it, with the rows that matched (by id) and, if kept, what it looked at. Of a
 * long table only the neighbourhood of what matched is shown at first.
 */
export function TableView({
  table,
  matched = [],
  inputs = null,
  withNotes = true,
}: {
  readonly table: DecisionTable;
  readonly matched?: readonly string[];
  readonly inputs?: JsonObject | null;
  /** A column with the authors' notes. */
  readonly withNotes?: boolean;
}): ReactNode {
  const now = useNow();
  const [isAll, setAll] = useState(false);
  const shown = isAll || matched.length === 0 ? table.rows : nearRows(table.rows, matched);
  const hidden = table.rows.length - shown.length;
  const hasNotes = withNotes && table.rows.some((row) => row.annotation !== undefined);
  return (
    <div className={rules['scroll']} role="group" aria-label={table.name} tabIndex={0}>
      <table className={`${rules['table']} ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col" className={`${rules['number']} ${styles['number']}`}>
              <span className={rules['hidden']}>#</span>
            </th>
            {table.inputs.map((input) => (
              <th key={input.id} scope="col">
                {input.name}
                {inputs?.[input.name] === undefined ? null : (
                  <span className={styles['was']}>
                    {words.way.was} {plainValue(inputs[input.name] ?? null, now) ?? '–'}
                  </span>
                )}
              </th>
            ))}
            {table.outputs.map((output) => (
              <th key={output.id} scope="col" className={rules['output']}>
                {output.name}
              </th>
            ))}
            {hasNotes ? <th scope="col">{words.way.note}</th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const isMatched = matched.includes(row.id);
            return (
              <tr
                key={row.id}
                className={isMatched ? rules['matched'] : matched.length === 0 ? undefined : styles['other']}
              >
                <td className={`${rules['number']} ${styles['number']}`}>
                  {isMatched ? (
                    <IconCheck
                      size={14}
                      role="img"
                      aria-label={words.way.rowMatched(table.rows.indexOf(row) + 1)}
                    />
                  ) : null}
                  {table.rows.indexOf(row) + 1}
                </td>
                {row.when.map((test, index) => (
                  <td key={table.inputs[index]?.id ?? index}>{test === '-' ? '–' : test}</td>
                ))}
                {row.then.map((value, index) => (
                  <td key={table.outputs[index]?.id ?? index} className={rules['answer']}>
                    {value}
                  </td>
                ))}
                {hasNotes ? <td className={styles['note']}>{row.annotation}</td> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      {hidden === 0 ? null : (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {words.way.showRows} · {words.way.hidden(hidden)}
        </Button>
      )}
    </div>
  );
}

function nearRows(rows: readonly TableRow[], matched: readonly string[]): readonly TableRow[] {
  if (rows.length <= ALL_BELOW) return rows;
  const places = rows.flatMap((row, index) => (matched.includes(row.id) ? [index] : []));
  return rows.filter((_, index) => places.some((place) => Math.abs(place - index) <= AROUND));
}
