import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { words } from '../../shell/words.ts';
import styles from './changed.module.css';
import { BeforeAfter } from './field-lines.tsx';
import { comparedRows, type ComparedRow } from './compared-rows.ts';
import { Sign } from './two-drawings.tsx';

const FIRST = 30;

/** Rows of a table that came, went or changed, with all their cells: what is another stands as it was and as it is. */
export function ChangedRows({
  before,
  after,
}: {
  readonly before: DecisionTable;
  readonly after: DecisionTable;
}): ReactNode {
  const [isAll, setAll] = useState(false);
  const { columns, rows } = comparedRows(before, after);
  if (rows.length === 0) return null;
  const { changed } = words;
  const shown = isAll ? rows : rows.slice(0, FIRST);
  return (
    <>
      <h4 className={styles['kind']}>{changed.rows}</h4>
      <div
        className={styles['scroll']}
        tabIndex={0}
        role="group"
        aria-label={`${after.name}: ${changed.rows}`}
      >
        <table className={styles['rows']}>
          <thead>
            <tr>
              <th scope="col">{changed.rows}</th>
              {columns.map(({ key, name, became }) => (
                <th key={key} scope="col">
                  {became === null ? null : <Sign of={became} isAlone />} {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {changed.more(rows.length - shown.length)}
        </Button>
      ) : null}
    </>
  );
}

function Row({ row: { became, number, cells } }: { readonly row: ComparedRow }): ReactNode {
  return (
    <tr className={styles[`row-${became}`]}>
      <th scope="row">
        <Sign of={became} isAlone /> {number}
      </th>
      {cells.map(({ key, before, after }) => (
        <td key={key}>
          {became === 'removed' ? (
            <del>{before ?? ''}</del>
          ) : became === 'added' ? (
            <ins>{after ?? ''}</ins>
          ) : before === after ? (
            after
          ) : (
            <BeforeAfter before={before} after={after} />
          )}
        </td>
      ))}
    </tr>
  );
}
