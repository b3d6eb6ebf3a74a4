import { IconArrowForward } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LinkedCase } from '../../definitions/model/views/case.ts';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import { Moment } from '../shell/moment-text.tsx';
import { Card } from '../shell/page.tsx';
import { words } from '../shell/words.ts';
import { titleText } from './case-title.ts';
import styles from './linked-cases.module.css';

/** That the case goes on in another one, and the way there; absent when it does not. */
export function ContinuedNote({ of }: { readonly of: CaseDetail }): ReactNode {
  if (of.primary === null) return null;
  return (
    <section className={styles['note']} aria-label={words.case.continuedIn}>
      <IconArrowForward size={18} aria-hidden className={styles['sign']} />
      <div>
        <p>
          {words.case.continuedIn} <To other={of.primary} />
        </p>
        <Because link={of.primary} />
      </div>
    </section>
  );
}

/** Cases that go on in this one; absent when there are none. */
export function FollowersCard({ of }: { readonly of: CaseDetail }): ReactNode {
  if (of.followers.length === 0) return null;
  return (
    <Card title={words.case.joined}>
      <ul className={styles['list']}>
        {of.followers.map((other) => (
          <li key={other.id}>
            <To other={other} />
            <Because link={other} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function To({ other }: { readonly other: LinkedCase }): ReactNode {
  return (
    <Link to={`/cases/${other.id}`} className={styles['to']}>
      {titleText({ title: other.name })}
    </Link>
  );
}

/** Who said that they are one, when and why. */
function Because({ link }: { readonly link: LinkedCase }): ReactNode {
  if (link.by === null) return <p className={styles['why']}>{words.caseActs.linkedItself}</p>;
  return (
    <p className={styles['why']}>
      {words.caseActs.linkedBy(link.by.name === '' ? words.case.someone : link.by.name)}
      {link.at === null ? null : (
        <>
          {' · '}
          <Moment at={link.at} />
        </>
      )}
      {link.why === null ? null : ` · ${link.why}`}
    </p>
  );
}
