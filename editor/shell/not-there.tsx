import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from './page.tsx';
import { Empty } from './states.tsx';

/** The page of what is not there: says so, what may be the cause, and leads to where it may be found. */
export function NotThere({
  title,
  children,
  to,
  toName,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly to: string;
  readonly toName: string;
}): ReactNode {
  return (
    <Page title={title}>
      <Empty title={title}>
        <p>{children}</p>
        <Button component={Link} to={to} variant="default" mt={12}>
          {toName}
        </Button>
      </Empty>
    </Page>
  );
}
