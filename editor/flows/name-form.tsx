import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import acts from '../cases/acts/acts.module.css';
import forms from '../inbox/task-form.module.css';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { fullText } from '../shell/full-text.ts';
import { ApiProblem } from '../shell/problem.ts';
import { words } from '../shell/words.ts';

/** Of a dialog that asks what a flow is called: what will happen, the name, and the two buttons. */
export function NameForm({
  happens,
  go,
  proposed,
  act,
  onSend,
  onClose,
}: {
  /** What will happen, in a sentence. */
  readonly happens: string;
  /** The name of the button that does it. */
  readonly go: string;
  readonly proposed: string;
  readonly act: { readonly error: unknown; readonly isPending: boolean };
  readonly onSend: (name: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [name, setName] = useState(proposed);
  const [isTried, setTried] = useState(false);
  const refusal = act.error instanceof ApiProblem ? act.error : null;
  const atName = refusal?.errors.find(({ field }) => field === 'name')?.reason;
  return (
    <form
      className={forms['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() !== '') onSend(name.trim());
      }}
    >
      <p className={acts['happens']}>{happens}</p>
      <TextInput
        label={words.flowActs.name}
        withAsterisk
        data-autofocus
        maxLength={BOUNDS.nameCharacters}
        description={fullText(name, BOUNDS.nameCharacters)}
        value={name}
        error={isTried && name.trim() === '' ? words.flowActs.nameMissing : atName}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <DialogEnd go={go} isSaidAbove={atName !== undefined} act={act} onClose={onClose} />
    </form>
  );
}
