import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseRow } from '../../definitions/model/views/case.ts';
import { queryText } from '../shell/api.ts';
import { Moment } from '../shell/moment-text.tsx';
import { More } from '../shell/more.tsx';
import { Pill } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';
import list from '../shell/list-table.module.css';
import styles from './case-list.module.css';
import { Due } from './due.tsx';
import { isDue } from './is-due.ts';
import { ownerText } from './owner.ts';
import { StatusPill } from './status-pill.tsx';

type MoreOf = Parameters<typeof More>[0]['of'];

/** Cases as rows; in a narrow window each row becomes two lines. */
export function CaseList({
  rows,
  more,
}: {
  readonly rows: readonly CaseRow[];
  readonly more: MoreOf;
}): ReactNode {
  const { columns } = words.cases;
  return (
    <>
      <table className={`${list['list']} ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.due}</th>
            <th scope="col">{columns.owner}</th>
            <th scope="col">{columns.channel}</th>
            <th scope="col" className={styles['end']}>
              {columns.changed}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <More of={more} />
    </>
  );
}

function Row({ row }: { readonly row: CaseRow }): ReactNode {
  const step = row.positions[0]?.name;
  return (
    <tr>
      <td className={styles['title']}>
        <Link to={`/cases/${row.id}`} className={styles['link']} title={row.title}>
          {row.title === '' ? words.cases.noTitle : row.title}
        </Link>
        <span className={styles['about']}>
          {row.brokenStep === null || row.brokenStep === 'none' ? null : <Pill>{row.brokenStep}</Pill>}
          {row.history ? <Pill title={words.cases.historyWhy}>{words.cases.history}</Pill> : null}
          {step === undefined ? null : <span className={styles['step']}>{step}</span>}
        </span>
      </td>
      <td>
        <StatusPill of={row} />
      </td>
      <td className={styles['due']}>{isDue(row) ? <Due at={row.dueAt} /> : null}</td>
      <td className={styles['owner']}>{ownerText(row.owner)}</td>
      <td className={styles['channel']}>
        <Link
          to={`/cases${queryText({ channel: row.channel })}`}
          className={styles['only']}
          aria-label={words.cases.ofChannel(row.channel)}
        >
          {row.channel}
        </Link>
      </td>
      <td className={styles['end']}>
        <Moment at={row.changedAt} />
      </td>
    </tr>
  );
}
