import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../shell/page.tsx';
import { Empty } from '../shell/states.tsx';
import { words } from '../shell/words.ts';

/** The page of a case that is not there. */
export function NoCase(): ReactNode {
  return (
    <Page title={words.case.notThere}>
      <Empty title={words.case.notThere}>
        <p>{words.case.notThereToDo}</p>
        <Button component={Link} to="/cases" variant="default" mt={12}>
          {words.failures.toCases}
        </Button>
      </Empty>
    </Page>
  );
}
