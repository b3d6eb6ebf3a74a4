import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EARSHOT } from '../../definitions/model/act.ts';
import type { AuditFilter, AuditRow } from '../../definitions/model/views/audit.ts';
import { titleText } from '../cases/case-title.ts';
import { useNames } from '../people/people-questions.ts';
import { Moment } from '../shell/moment-text.tsx';
import { useNow } from '../shell/now.tsx';
import { words } from '../shell/words.ts';
import { aboutText } from './about.ts';
import { recordAddress } from './record-filter.ts';
import list from '../shell/list-table.module.css';
import styles from './record-table.module.css';

/** Acts as rows; who did it and in which case are ways to see only those. */
export function RecordTable({
  rows,
  filter,
}: {
  readonly rows: readonly AuditRow[];
  readonly filter: AuditFilter;
}): ReactNode {
  const { columns } = words.record;
  return (
    <table className={`${list['list']} ${styles['table']}`}>
      <thead>
        <tr>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.act}</th>
          <th scope="col">{columns.why}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} filter={filter} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, filter }: { readonly row: AuditRow; readonly filter: AuditFilter }): ReactNode {
  const about = aboutText(row, useNames(), useNow());
  return (
    <tr>
      <td className={styles['at']}>
        <Moment at={row.at} />
      </td>
      <td>
        <Who who={row.who} filter={filter} />
      </td>
      <td>
        {words.record.acts[row.act]} {about === '' ? null : <span className={styles['about']}>{about}</span>}
        {row.case === null ? null : <InCase of={row.case} filter={filter} />}
      </td>
      <td className={styles['why']}>{row.why}</td>
    </tr>
  );
}

function Who({
  who: { id, name },
  filter,
}: {
  readonly who: AuditRow['who'];
  readonly filter: AuditFilter;
}): ReactNode {
  const said = id === EARSHOT ? words.record.system : name;
  if (said === '') return words.record.gone;
  return (
    <Link
      className={styles['only']}
      to={recordAddress(filter, { who: id })}
      aria-label={words.record.only(said)}
    >
      {said}
    </Link>
  );
}

function InCase({
  of: { id, name },
  filter,
}: {
  readonly of: NonNullable<AuditRow['case']>;
  readonly filter: AuditFilter;
}): ReactNode {
  const title = titleText({ title: name });
  const only = words.record.only(words.record.inCase(title));
  return (
    <span className={styles['case']}>
      <Link to={`/cases/${id}`} className={styles['title']} title={title}>
        {title}
      </Link>
      {filter.caseId === id ? null : (
        <Link
          to={recordAddress(filter, { caseId: id })}
          className={styles['filter']}
          title={only}
          aria-label={only}
        >
          <IconFilter size={14} aria-hidden />
        </Link>
      )}
    </span>
  );
}
