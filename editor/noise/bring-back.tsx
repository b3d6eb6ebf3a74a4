import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import forms from '../inbox/task-form.module.css';
import { carryOut } from '../shell/carry-out.ts';
import { ApiProblem } from '../shell/problem.ts';
import { WhyField } from '../shell/why-field.tsx';
import { words } from '../shell/words.ts';
import { useBringBack } from './noise-questions.ts';

/** Brings a case back with one click, or with a reason of one's own. */
export function BringBack({ caseId }: { readonly caseId: string }): ReactNode {
  const bringBack = useBringBack(caseId);
  const [isAsking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  const go = (reason: string): void =>
    carryOut(bringBack, reason, {
      onSuccess: () => {
        notifications.show({ message: words.noise.broughtBack, color: 'accent' });
        setAsking(false);
      },
    });
  const refusal =
    bringBack.error instanceof ApiProblem ? (
      <p role="alert" className={forms['refusal']}>
        {bringBack.error.message} {bringBack.error.whatToDo}
      </p>
    ) : null;
  return (
    <>
      <Button variant="default" loading={bringBack.isPending} onClick={() => go(words.noise.standardWhy)}>
        {words.noise.bringBack}
      </Button>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {words.noise.withReason}
      </Button>
      {isAsking ? null : refusal}
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={words.noise.reasonTitle}>
        <form
          className={forms['form']}
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (why.trim() !== '') go(why.trim());
          }}
        >
          <WhyField why={why} isMissing={isTried} onChange={setWhy} />
          {refusal}
          <div className={forms['buttons']}>
            <Button type="submit" loading={bringBack.isPending}>
              {words.noise.bringBack}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.acts.cancel}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
