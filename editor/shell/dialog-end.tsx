import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import forms from '../inbox/task-form.module.css';
import { ApiProblem } from './problem.ts';
import { words } from './words.ts';

/** Of what is done in the page itself: nobody has to be waited for, and nobody refuses. */
const NOT_ASKED = { error: null, isPending: false };

/** How a dialog ends: why it was refused, if it was, the button that does it, and the one that leaves it. */
export function DialogEnd({
  go,
  isGrave = false,
  act = NOT_ASKED,
  isSaidAbove = false,
  onClose,
}: {
  /** The name of the button that does it. */
  readonly go: string;
  /** It cannot be undone. */
  readonly isGrave?: boolean;
  /** What the server is asked for; absent: it is not. */
  readonly act?: { readonly error: unknown; readonly isPending: boolean };
  /** The refusal stands at a field already. */
  readonly isSaidAbove?: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <>
      {act.error instanceof ApiProblem && !isSaidAbove ? (
        <p role="alert" className={forms['refusal']}>
          {act.error.message} {act.error.whatToDo}
        </p>
      ) : null}
      <div className={forms['buttons']}>
        <Button type="submit" loading={act.isPending} {...(isGrave ? { color: 'red' } : {})}>
          {go}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.acts.cancel}
        </Button>
      </div>
    </>
  );
}
