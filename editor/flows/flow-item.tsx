import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FlowRow } from '../../definitions/model/views/flow.ts';
import { Moment } from '../shell/moment-text.tsx';
import { words } from '../shell/words.ts';
import { FlowActs } from './flow-acts.tsx';
import { FlowPills } from './flow-pills.tsx';
import styles from './flows-page.module.css';

/** A flow in the list: its name, what was done with it last, by whom and why, and how it stands. */
export function FlowItem({ flow }: { readonly flow: FlowRow }): ReactNode {
  return (
    <li className={styles['flow']}>
      <div className={styles['what']}>
        <Link to={`/flows/${encodeURIComponent(flow.id)}`} className={styles['link']}>
          {flow.name}
        </Link>
        <p className={styles['quiet']}>
          <Lately flow={flow} />
        </p>
      </div>
      {flow.archived === null ? (
        <div className={styles['pills']}>
          <FlowPills flow={flow} />
        </div>
      ) : null}
      <div className={styles['acts']}>
        <FlowActs flow={flow} />
      </div>
    </li>
  );
}

/** What was done with a flow last. */
export function Lately({
  flow: { archived, newest, draft, revisions, live },
}: {
  readonly flow: FlowRow;
}): ReactNode {
  const { flows } = words;
  const last = archived ?? newest ?? draft;
  if (last === null) return null;
  const what =
    archived !== null ? flows.isArchived : newest !== null ? flows.revisions(revisions) : flows.draftChanged;
  const approved = last === newest && live?.hash === newest?.hash ? (live?.approvedBy?.name ?? '') : '';
  const why = archived?.why ?? newest?.why ?? '';
  return (
    <>
      {what} · <Moment at={last.at} /> {last.by.name === '' ? null : flows.by(last.by.name)}
      {approved === '' ? null : `, ${words.record.about.approvedBy(approved)}`}
      {why === '' ? null : ` · ${why}`}
    </>
  );
}
