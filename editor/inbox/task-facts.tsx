import type { ReactNode } from 'react';
import styles from './task-panel.module.css';

/** Facts by name, in plain words. */
export function TaskFacts({ facts }: { readonly facts: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
