import type { ReactNode } from 'react';
import styles from './filtered-list.module.css';

/** The card of a list; it pales while the rows of another filter are on their way. */
export function FilteredList({
  isChanging,
  children,
}: {
  readonly isChanging: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles['list']} aria-busy={isChanging}>
      {children}
    </div>
  );
}
