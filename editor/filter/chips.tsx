import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { words } from '../shell/words.ts';
import styles from './filters.module.css';

/** A filter that came with a link. */
export interface Chip {
  readonly key: string;
  readonly said: string;
  /** The address without it. */
  readonly to: string;
}

/** Filters that have no choice of their own; each can be taken out again. */
export function Chips({ chips }: { readonly chips: readonly Chip[] }): ReactNode {
  if (chips.length === 0) return null;
  return (
    <div className={styles['chips']}>
      {chips.map(({ key, said, to }) => (
        <Link key={key} to={to} className={styles['chip']} aria-label={words.filters.without(said)}>
          <span className={styles['chipText']}>{said}</span>
          <IconX size={12} aria-hidden />
        </Link>
      ))}
    </div>
  );
}
