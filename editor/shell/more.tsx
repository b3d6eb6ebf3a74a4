import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './more.module.css';
import { words } from './words.ts';

/** The next page of a list, when there is one. */
export function More({
  of,
}: {
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
}): ReactNode {
  if (!of.hasNextPage) return null;
  return (
    <div className={styles['more']}>
      <Button variant="default" loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        {words.acts.more}
      </Button>
    </div>
  );
}
