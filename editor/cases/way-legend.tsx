import type { ReactNode } from 'react';
import type { StepState } from '../drawing/way.ts';
import { words } from '../shell/words.ts';
import styles from './way-legend.module.css';

const STATES = ['done', 'here', 'stuck', 'off', 'unknown'] as const;

/** What the frames of the drawn steps mean: of those states that are there. */
export function WayLegend({ states }: { readonly states: ReadonlySet<StepState> }): ReactNode {
  return (
    <ul className={styles['legend']}>
      {STATES.filter((state) => states.has(state)).map((state) => (
        <li key={state}>
          <span className={`${styles['swatch']} ${styles[state]}`} aria-hidden />
          {words.way.states[state]}
        </li>
      ))}
    </ul>
  );
}
