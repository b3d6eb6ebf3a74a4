import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IncidentRow, LogPlace } from '../../definitions/model/views/incident.ts';
import { Moment } from '../shell/moment-text.tsx';
import surface from '../shell/surface.module.css';
import { words } from '../shell/words.ts';
import { causeOf, helpFor } from './cause.ts';
import styles from './stuck-page.module.css';
import { WaysOut } from './ways-out.tsx';

/** On a case: what holds it up, and the ways out. */
export function StuckNote({ incident }: { readonly incident: IncidentRow }): ReactNode {
  const { title, how } = causeOf(incident);
  return (
    <section className={`${surface['surface']} ${styles['note']}`} aria-label={words.stuck.title}>
      <p>
        <IconAlertTriangle size={16} aria-hidden className={styles['sign']} /> <b>{title}</b>
        {how === null ? '' : `: ${how}`}{' '}
        <span className={`${styles['quiet']} ${styles['when']}`}>
          {words.stuck.since} <Moment at={incident.at} />
        </span>
      </p>
      <ForAuthor message={incident.message} />
      <ForEngineer log={incident.log} />
      <p>
        <b>{words.stuck.helps}</b> {helpFor(incident)}
      </p>
      {incident.underWay ? (
        <p className={styles['quiet']}>{words.stuck.underWay}</p>
      ) : (
        <WaysOut stuck={{ what: 'one', example: incident }} />
      )}
    </section>
  );
}

/** What the engine said of it, folded away: for who drew the flow. */
export function ForAuthor({ message }: { readonly message: string }): ReactNode {
  if (message.trim() === '') return null;
  return (
    <details className={styles['author']}>
      <summary>{words.stuck.forAuthor}</summary>
      <p>{message}</p>
    </details>
  );
}

/** Where the log tells more, folded away: for who is an engineer. */
export function ForEngineer({ log }: { readonly log: LogPlace | null }): ReactNode {
  if (log === null) return null;
  return (
    <details className={styles['author']}>
      <summary>{words.stuck.forEngineer}</summary>
      <p>
        {words.stuck.log.file} <code>{log.file}</code>
      </p>
      <p>
        {words.stuck.log.contains} <code>{log.contains}</code>
      </p>
      {log.at === null ? null : (
        <p>
          {words.stuck.log.at} <code className={styles['time']}>{log.at}</code>
        </p>
      )}
    </details>
  );
}
