import type { ReactNode } from 'react';
import surface from '../shell/surface.module.css';
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
    <div className={`${surface['surface']} ${styles['list']}`} aria-busy={isChanging}>
      {children}
    </div>
  );
}
