import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import styles from './customer-card.module.css';

/** So many are shown at first. */
const FEW = 3;

/** A part of the card: a heading and a list of which the first few are shown, and the rest when asked for. */
export function FirstFew<T>({
  title,
  all,
  keyOf,
  more,
  children,
}: {
  readonly title: string;
  readonly all: readonly T[];
  readonly keyOf: (one: T) => string;
  /** What the way to the rest says, of so many. */
  readonly more: (count: number) => string;
  readonly children: (one: T) => ReactNode;
}): ReactNode {
  const [isAll, setAll] = useState(false);
  if (all.length === 0) return null;
  // One alone takes no more room than the way to it.
  const shown = isAll || all.length === FEW + 1 ? all : all.slice(0, FEW);
  return (
    <section className={styles['part']}>
      <h3 className={styles['title']}>{title}</h3>
      <ul className={styles['list']}>
        {shown.map((one) => (
          <li key={keyOf(one)}>{children(one)}</li>
        ))}
      </ul>
      {shown.length === all.length ? null : (
        <Button
          variant="subtle"
          size="compact-xs"
          fz={12}
          h={22}
          className={styles['more']}
          onClick={() => setAll(true)}
        >
          {more(all.length - shown.length)}
        </Button>
      )}
    </section>
  );
}
