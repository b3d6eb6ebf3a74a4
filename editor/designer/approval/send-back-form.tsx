import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import forms from '../../inbox/task-form.module.css';
import { WhyField } from '../../shell/why-field.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';

/** Asks for the sentence with which something is sent back. */
export function SendBackForm({
  isBusy,
  onSend,
  onClose,
}: {
  readonly isBusy: boolean;
  readonly onSend: (why: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { approval } = drawingWords;
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  return (
    <form
      className={forms['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (why.trim() !== '') onSend(why.trim());
      }}
    >
      <WhyField
        why={why}
        isMissing={isTried}
        said={{
          label: approval.sendBackWhy,
          help: approval.sendBackHelp,
          missing: approval.sendBackMissing,
        }}
        onChange={setWhy}
      />
      <div className={forms['buttons']}>
        <Button type="submit" loading={isBusy}>
          {approval.sendBackGo}
        </Button>
        <Button variant="default" onClick={onClose}>
          {approval.keep}
        </Button>
      </div>
    </form>
  );
}
