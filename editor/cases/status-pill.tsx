import {
  IconAlertTriangle,
  IconArrowForward,
  IconCheck,
  IconClock,
  IconPlayerPlay,
  IconUser,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseStatus } from '../../definitions/model/case.ts';
import type { CaseRow } from '../../definitions/model/views/case.ts';
import { timeLeft } from '../shell/moment.ts';
import { useNow } from '../shell/now.tsx';
import { Pill, type PillTone } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';
import styles from './status-pill.module.css';

const TONES: Record<CaseStatus, PillTone> = {
  open: 'machine',
  waiting: 'plain',
  person: 'person',
  stuck: 'bad',
  closed: 'plain',
  continued: 'plain',
};
const ICONS: Record<CaseStatus, typeof IconUser> = {
  open: IconPlayerPlay,
  waiting: IconClock,
  person: IconUser,
  stuck: IconAlertTriangle,
  closed: IconCheck,
  continued: IconArrowForward,
};
const GOOD_OUTCOMES: readonly string[] = ['put right', 'thanked'];

/** How a case stands: colour, icon and word; with what is due, if somebody is asked; with its outcome, if it ended. */
export function StatusPill({
  of,
  withDue = false,
}: {
  readonly of: Pick<CaseRow, 'status' | 'outcome' | 'dueAt'>;
  readonly withDue?: boolean;
}): ReactNode {
  const now = useNow();
  const Icon = ICONS[of.status];
  const isGood = of.status === 'closed' && of.outcome !== null && GOOD_OUTCOMES.includes(of.outcome);
  const word = of.status === 'closed' && of.outcome !== null ? of.outcome : words.status[of.status];
  const said =
    withDue && of.status === 'person' && of.dueAt !== null ? `${word} · ${timeLeft(of.dueAt, now)}` : word;
  return (
    <Pill tone={isGood ? 'good' : TONES[of.status]} title={said}>
      <Icon size={12} stroke={2.2} aria-hidden className={styles['icon']} />
      {said}
    </Pill>
  );
}
