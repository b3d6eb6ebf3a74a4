import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { AuditRow } from '../../definitions/model/views/audit.ts';
import type { Page as PageOf } from '../../definitions/model/views/page.ts';
import { ask } from '../shell/api.ts';
import { Moment } from '../shell/moment-text.tsx';
import { More } from '../shell/more.tsx';
import { Page } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import styles from './record-page.module.css';

/** Who did what, to which case, and why; the latest first. */
export default function RecordPage(): ReactNode {
  const [search] = useSearchParams();
  const caseId = search.get('caseId') ?? undefined;
  const rows = useInfiniteQuery({
    queryKey: ['cases', 'record', caseId],
    queryFn: ({ pageParam, signal }) =>
      ask<PageOf<AuditRow>>('/audit', { caseId, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  return (
    <Page
      title={words.record.title}
      beside={
        caseId === undefined ? null : (
          <>
            <Pill tone="accent">{words.record.ofCase}</Pill>
            <Link to="/record">{words.record.all}</Link>
          </>
        )
      }
    >
      <Answered question={rows} loading={<Loading lines={10} height={28} />}>
        {(answer) => {
          const all = answer.pages.flatMap((page) => page.items);
          if (all.length === 0) return <Empty title={words.record.empty}>{words.record.emptyToDo}</Empty>;
          return (
            <>
              <RecordTable rows={all} />
              <More of={rows} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function RecordTable({ rows }: { readonly rows: readonly AuditRow[] }): ReactNode {
  const { columns } = words.record;
  return (
    <table className={styles['table']}>
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
          <tr key={row.id}>
            <td className={styles['at']}>
              <Moment at={row.at} />
            </td>
            <td>{row.who.name === '' ? words.record.system : row.who.name}</td>
            <td>
              {row.act}
              <Named row={row} />
            </td>
            <td className={styles['why']}>{row.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The case that was acted on, with a way to it; or the name of what it was else, if it has one. */
function Named({ row: { case: of, detail } }: { readonly row: AuditRow }): ReactNode {
  if (of !== null)
    return (
      <Link to={`/cases/${of.id}`} className={styles['title']} title={of.name}>
        {of.name === '' ? words.cases.noTitle : of.name}
      </Link>
    );
  const { name } = detail;
  return typeof name === 'string' ? <span className={styles['title']}>{name}</span> : null;
}
