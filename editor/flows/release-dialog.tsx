import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { RevisionRow } from '../../definitions/model/views/flow.ts';
import forms from '../inbox/task-form.module.css';
import { ApiProblem } from '../shell/problem.ts';
import { WhyField } from '../shell/why-field.tsx';
import { words } from '../shell/words.ts';
import { useRelease } from './flow-questions.ts';

/** Asks why a revision goes live, and makes it live. */
export function ReleaseDialog({
  flowId,
  revision,
  isOpen,
  onClose,
}: {
  readonly flowId: string;
  readonly revision: RevisionRow;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const release = useRelease(flowId);
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  const send = (): void => {
    setTried(true);
    if (why.trim() === '') return;
    release.mutate(
      { hash: revision.hash, why: why.trim() },
      {
        onSuccess: () => {
          notifications.show({ message: words.flows.released, color: 'accent' });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.flows.releaseTitle(revision.number)}
      closeButtonProps={{ 'aria-label': words.acts.close }}
    >
      <form
        className={forms['form']}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className={forms['quiet']}>{words.flows.releaseText}</p>
        <WhyField why={why} isMissing={isTried} onChange={setWhy} />
        {release.error instanceof ApiProblem ? (
          <p role="alert" className={forms['refusal']}>
            {release.error.message} {release.error.whatToDo}
          </p>
        ) : null}
        <div className={forms['buttons']}>
          <Button type="submit" loading={release.isPending}>
            {words.flows.release}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.acts.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
