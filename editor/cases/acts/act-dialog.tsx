import { Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import forms from '../../inbox/task-form.module.css';
import { DialogEnd } from '../../shell/dialog-end.tsx';
import { WhyField } from '../../shell/why-field.tsx';
import styles from './acts.module.css';

/**
 * A dialog that says what will happen, asks why, and asks once more before it happens. What was typed is forgotten
 * when it closes.
 */
export function ActDialog({
  title,
  isOpen,
  onClose,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      {isOpen ? children : null}
    </Modal>
  );
}

/** The lower half of such a dialog: what will happen, why if it is asked, and the two buttons. */
export function ActForm({
  before,
  happens,
  go,
  isGrave = false,
  isReady = true,
  asksWhy = true,
  act,
  onTry,
  onSend,
  onClose,
}: {
  /** What must be chosen first. */
  readonly before?: ReactNode;
  /** What will happen, in a sentence. */
  readonly happens: string;
  /** The name of the button that does it. */
  readonly go: string;
  readonly isGrave?: boolean;
  /** Whether what must be chosen was chosen. */
  readonly isReady?: boolean;
  readonly asksWhy?: boolean;
  readonly act: { readonly error: unknown; readonly isPending: boolean };
  /** It was asked for, whether everything is chosen or not. */
  readonly onTry?: () => void;
  readonly onSend: (why: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  return (
    <form
      className={forms['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        onTry?.();
        if (isReady && (!asksWhy || why.trim() !== '')) onSend(why.trim());
      }}
    >
      {before}
      <p className={styles['happens']} role="status">
        {happens}
      </p>
      {asksWhy ? <WhyField why={why} isMissing={isTried} onChange={setWhy} /> : null}
      <DialogEnd go={go} isGrave={isGrave} act={act} onClose={onClose} />
    </form>
  );
}
