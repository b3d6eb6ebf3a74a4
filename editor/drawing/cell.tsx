import type { ReactNode } from 'react';
import { words } from '../shell/words.ts';
import styles from './cell.module.css';
import { plainCondition } from './plain-condition.ts';
import { isSaidOtherwise, plainTest } from './plain-test.ts';

interface WrittenProps {
  readonly written: string;
  readonly isAsWritten?: boolean;
}

/** What a cell of a table says, in plain words; as its author wrote it behind that, or in its place. */
export function Cell({ written, isAsWritten = false }: WrittenProps): ReactNode {
  if (!isSaidOtherwise(written)) return plainTest(written);
  return isAsWritten ? <AsWritten>{written}</AsWritten> : <span title={written}>{plainTest(written)}</span>;
}

/** When a way out of a branch is taken, likewise; as it is written where plain words cannot say it. */
export function Condition({ written, isAsWritten = false }: WrittenProps): ReactNode {
  const plain = plainCondition(written);
  if (plain === null || isAsWritten) return <AsWritten>{written}</AsWritten>;
  return <span title={written}>{words.cells.when(plain)}</span>;
}

function AsWritten({ children }: { readonly children: string }): ReactNode {
  return <code className={styles['written']}>{children}</code>;
}
