import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import type { Funnel, Today } from '../../definitions/model/views/today.ts';
import { filterAddress } from '../cases/case-filter.ts';
import { Count } from '../shell/count.tsx';
import { Card } from '../shell/page.tsx';
import { words } from '../shell/words.ts';
import bars from './bar-row.module.css';
import styles from './funnel-card.module.css';

type Row = Exclude<keyof Funnel, 'cases'>;

/** The cases that each number counts, beside when they opened. */
const CASES: Record<Row, CaseFilter> = {
  heard: {},
  noise: { worth: 'noise' },
  needAnswer: { worth: 'answer' },
  answered: { worth: 'answer', answered: true },
  conversation: { worth: 'answer', answered: true, wroteAgain: true },
  putRight: { worth: 'answer', outcome: 'put right' },
};
const ROWS: readonly Row[] = ['heard', 'noise', 'needAnswer', 'answered', 'conversation', 'putRight'];
const TONES: { readonly [row in Row]?: string } = { noise: 'grey', putRight: 'good' };

/** What became of what was heard. Each number says what it counts, and leads to the cases. */
export function FunnelCard({ today }: { readonly today: Today | undefined }): ReactNode {
  const text = words.today.funnel;
  const funnel = today?.funnel;
  const opened = typeof today?.since === 'string' ? { openedSince: today.since } : {};
  return (
    <Card title={text.title}>
      <ul className={styles['rows']}>
        {ROWS.map((row) => (
          <li key={row}>
            <Tooltip label={text.means[row]} position="left">
              <Link
                to={filterAddress({ ...CASES[row], ...opened, sort: 'opened' })}
                className={`${bars['row']} ${styles['row']}`}
              >
                <span className={`${bars['name']} ${styles['name']}`}>
                  {text.rows[row]}
                  {row === 'heard' && funnel !== undefined && funnel.cases !== funnel.heard ? (
                    <span className={styles['quiet']}> {text.inCases(funnel.cases)}</span>
                  ) : null}
                </span>
                <b className={bars['count']}>{funnel === undefined ? '–' : <Count value={funnel[row]} />}</b>
                <span className={`${bars['bar']} ${styles['bar']}`} aria-hidden>
                  <span
                    className={`${bars['fill']} ${styles['fill']} ${styles[TONES[row] ?? 'plain']}`}
                    style={{ transform: `scaleX(${shareOf(row, funnel)})` }}
                  />
                </span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How long a row's bar is, from 0 to 1: its share of all cases. */
function shareOf(row: Row, funnel: Funnel | undefined): number {
  if (funnel === undefined) return 0;
  if (row === 'heard') return funnel.heard === 0 ? 0 : 1;
  return funnel.cases === 0 ? 0 : Math.min(1, funnel[row] / funnel.cases);
}
