import type { ReactNode } from 'react';
import styles from './cell.module.css';
import { isSaidOtherwise, plainTest } from './plain-test.ts';

/** What a cell of a table says, in plain words; as its author wrote it behind that, or in its place. */
export function Cell({
  written,
  isAsWritten = false,
}: {
  readonly written: string;
  readonly isAsWritten?: boolean;
}): ReactNode {
  if (!isSaidOtherwise(written)) return plainTest(written);
  return isAsWritten ? (
    <code className={styles['written']}>{written}</code>
  ) : (
    <span title={written}>{plainTest(written)}</span>
  );
}
