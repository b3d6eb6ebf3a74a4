import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Count } from '../shell/count.tsx';
import styles from './step-marks.module.css';

/** A number at a step that leads to the cases it counts. */
export interface StepMark {
  /** waiting: they stand here. stuck: they cannot go on. good, ended: they ended here, well or otherwise. */
  readonly tone: 'waiting' | 'stuck' | 'good' | 'ended';
  readonly count: number;
  /** What it counts, in words. */
  readonly said: string;
  readonly to: string;
}

/** The numbers at a step. */
export function StepMarks({ marks }: { readonly marks: readonly StepMark[] }): ReactNode {
  if (marks.length === 0) return null;
  return (
    <span className={styles['marks']}>
      {marks.map(({ tone, count, said, to }) => (
        <Link
          key={tone}
          to={to}
          className={`${styles['mark']} ${styles[tone]}`}
          title={said}
          aria-label={said}
        >
          <Count value={count} />
        </Link>
      ))}
    </span>
  );
}
