import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Count } from '../shell/count.tsx';
import { Moment } from '../shell/moment-text.tsx';
import { Card } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';
import { causeOf } from '../stuck/cause.ts';
import { useStuckGroups } from '../stuck/stuck-questions.ts';
import styles from './side-list.module.css';

const SHOWN = 2;

/** What holds most cases up. */
export function StuckCard(): ReactNode {
  const groups = useStuckGroups().data;
  const text = words.today.stuck;
  return (
    <Card
      title={text.title}
      className={styles['stuck']}
      aside={
        groups === undefined || groups.length <= SHOWN ? null : (
          <Link to="/stuck" className={styles['all']}>
            {text.all}
          </Link>
        )
      }
    >
      {groups === undefined ? null : groups.length === 0 ? (
        <p className={styles['quiet']}>{text.none}</p>
      ) : (
        <ul className={styles['list']}>
          {groups.slice(0, SHOWN).map((group) => {
            const { title, how } = causeOf(group);
            return (
              <li key={`${group.kind} ${group.code} ${group.flow} ${group.node}`}>
                <Link to="/stuck" className={styles['line']}>
                  <span className={styles['title']} title={title}>
                    {title}
                  </span>
                  <Pill tone="bad">
                    <Count value={group.count} />
                  </Pill>
                  <span className={styles['quiet']}>
                    {text.since} <Moment at={group.oldestAt} />
                    {how === null ? '' : ` · ${how}`}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
