import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Today } from '../../definitions/model/views/today.ts';
import { filterAddress } from '../cases/case-filter.ts';
import { Count } from '../shell/count.tsx';
import { Card } from '../shell/page.tsx';
import { words } from '../shell/words.ts';
import { capitalised } from '../words/locale.ts';
import bars from './bar-row.module.css';
import styles from './broken-card.module.css';

const SHOWN = 5;

/** Which of the company's own steps broke, the worst first; each leads to its cases. */
export function BrokenCard({ today }: { readonly today: Today | undefined }): ReactNode {
  const text = words.today.broken;
  const opened = typeof today?.since === 'string' ? { openedSince: today.since } : {};
  const most = today?.broken[0]?.cases ?? 0;
  return (
    <Card title={text.title} className={styles['card']}>
      {today === undefined ? null : today.broken.length === 0 ? (
        <p className={styles['quiet']}>{text.none}</p>
      ) : (
        <ul>
          {today.broken.slice(0, SHOWN).map(({ step, cases, share }) => {
            const name = capitalised(step);
            return (
              <li key={step}>
                <Tooltip label={text.share(name, cases, share)} position="left">
                  <Link
                    to={filterAddress({ worth: 'answer', brokenStep: step, ...opened, sort: 'opened' })}
                    className={`${bars['row']} ${styles['row']}`}
                  >
                    <span className={bars['name']}>{name}</span>
                    <span className={bars['bar']} aria-hidden>
                      <span
                        className={`${bars['fill']} ${styles['fill']}`}
                        style={{ transform: `scaleX(${cases / most})` }}
                      />
                    </span>
                    <b className={`${bars['count']} ${styles['count']}`}>
                      <Count value={cases} />
                    </b>
                  </Link>
                </Tooltip>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
