import type { ReactNode } from 'react';
import type { TableFinding } from '../../definitions/decision/check-table.ts';
import styles from './cell-field.module.css';

/** What is wrong with what is being written. */
export function Wrong({ finding }: { readonly finding: TableFinding | undefined }): ReactNode {
  return finding === undefined ? null : (
    <span role="status" className={`${styles['hint']} ${styles[`${finding.severity}Hint`]}`}>
      {finding.message}
      {finding.fix === undefined ? null : <> {finding.fix.title}.</>}
    </span>
  );
}
