import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ToldClause } from '../../../definitions/decision/explain-inputs.ts';
import { useNow } from '../../shell/now.tsx';
import { plainValue } from '../../shell/plain-value.ts';
import { words } from '../../shell/words.ts';
import styles from './told-table.module.css';

/** What became of a clause: a sign with its word, and what the value was where it did not fit. */
export function ClauseMark({ clause }: { readonly clause: ToldClause | undefined }): ReactNode {
  const now = useNow();
  if (clause === undefined || clause.matched === null) return null;
  if (clause.matched)
    return (
      <IconCheck size={13} stroke={2.2} role="img" aria-label={words.step.fits} className={styles['ok']} />
    );
  const was = plainValue(clause.value ?? null, now);
  return (
    <>
      <IconX size={13} stroke={2.2} role="img" aria-label={words.step.fitsNot} className={styles['not']} />{' '}
      <small className={styles['was']}>{was === null ? words.step.wasNothing : words.step.was(was)}</small>
    </>
  );
}
