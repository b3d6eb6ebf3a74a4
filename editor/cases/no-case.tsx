import type { ReactNode } from 'react';
import { NotThere } from '../shell/not-there.tsx';
import { words } from '../shell/words.ts';

/** The page of a case that is not there. */
export function NoCase(): ReactNode {
  return (
    <NotThere title={words.case.notThere} to="/cases" toName={words.failures.toCases}>
      {words.case.notThereToDo}
    </NotThere>
  );
}
