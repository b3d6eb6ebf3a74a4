import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './cell.module.css';

/** A rule that is one expression, as its author wrote it. */
export function RuleText({ children }: { readonly children: string }): ReactNode {
  return (
    <Code block className={styles['rule'] ?? ''}>
      {children}
    </Code>
  );
}
