import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseDetail, RetryView } from '../../definitions/model/views/case-detail.ts';
import { Moment } from '../shell/moment-text.tsx';
import surface from '../shell/surface.module.css';
import { words } from '../shell/words.ts';
import { retriedSteps, whyRetried } from './retries.ts';
import styles from './retry-note.module.css';

/** On a case: the steps that did not work and are tried again by themselves, why, and since when. */
export function RetryNotes({ of }: { readonly of: CaseDetail }): ReactNode {
  return retriedSteps(of).map((retry) => <Note key={`${retry.scope} ${retry.node}`} retry={retry} />);
}

function Note({ retry }: { readonly retry: RetryView }): ReactNode {
  const { title, how } = whyRetried(retry);
  return (
    <section className={`${surface['surface']} ${styles['note']}`} aria-label={words.retries.title}>
      <IconRefresh size={16} aria-hidden className={styles['sign']} />
      <div>
        <p>
          <b>{how === null ? title : retry.name}</b>
          {how === null ? '' : `: ${how}`}
          {words.retries.since} <Moment at={retry.since} />
        </p>
        <p className={styles['quiet']}>{words.retries.byItself}</p>
      </div>
    </section>
  );
}
