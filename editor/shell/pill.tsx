import type { ReactNode } from 'react';
import styles from './pill.module.css';

/** What a pill means; its colour follows. */
export type PillTone = 'plain' | 'bad' | 'good' | 'person' | 'rule' | 'machine' | 'accent';

/** A short word in a rounded box; long ones end in an ellipsis with the whole as its title. */
export function Pill({
  tone = 'plain',
  children,
  title,
}: {
  readonly tone?: PillTone;
  readonly children: ReactNode;
  readonly title?: string;
}): ReactNode {
  return (
    <span
      className={`${styles['pill']} ${styles[tone]}`}
      title={title ?? (typeof children === 'string' ? children : undefined)}
    >
      {children}
    </span>
  );
}
