import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Profile } from '../../../definitions/model/customer.ts';
import type { CardCase } from '../../../definitions/model/views/who.ts';
import { Moment } from '../../shell/moment-text.tsx';
import { words } from '../../shell/words.ts';
import { titleText } from '../case-title.ts';
import styles from './customer-card.module.css';
import { cardWords } from './card-words.ts';
import { FirstFew } from './first-few.tsx';

/** Other accounts of theirs on channels. */
export function CardAccounts({ profiles }: { readonly profiles: readonly Profile[] }): ReactNode {
  return (
    <FirstFew title={cardWords.accounts} all={profiles} keyOf={({ id }) => id} more={cardWords.accountsMore}>
      {(profile) => (
        <p>
          <bdi>{accountText(profile)}</bdi> <span className={styles['quiet']}>{profile.channel}</span>
        </p>
      )}
    </FirstFew>
  );
}

/** Their other cases, the latest first. */
export function CardCases({ cases }: { readonly cases: readonly CardCase[] }): ReactNode {
  return (
    <FirstFew title={cardWords.otherCases} all={cases} keyOf={({ id }) => id} more={cardWords.casesMore}>
      {(one) => (
        <>
          <Link to={`/cases/${one.id}`} className={styles['case']}>
            {titleText(one)}
          </Link>
          <p className={styles['quiet']}>
            {words.status[one.status]} · {one.channel} · <Moment at={one.openedAt} />
          </p>
        </>
      )}
    </FirstFew>
  );
}

function accountText({ handle, name, email, phone }: Profile): string {
  return handle === null ? (name ?? email ?? phone ?? words.case.someone) : `@${handle.replace(/^@/, '')}`;
}
