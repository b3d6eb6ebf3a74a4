import { useState, type ReactNode } from 'react';
import { counted } from '../words/locale.ts';
import styles from './count.module.css';

/** A number as the reader writes it. When it changes it glows once. */
export function Count({ value }: { readonly value: number }): ReactNode {
  const [seen, setSeen] = useState({ value, changes: 0 });
  if (seen.value !== value) setSeen({ value, changes: seen.changes + 1 });
  return (
    <span key={seen.changes} className={seen.changes === 0 ? undefined : styles['changed']}>
      {counted(value)}
    </span>
  );
}
