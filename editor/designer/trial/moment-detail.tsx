import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { nodeIn } from '../../../definitions/flow/drawn.ts';
import { useNames } from '../../people/people-questions.ts';
import { useNow } from '../../shell/now.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { AnswerForm, type AnswerFormProps } from './answer-form.tsx';
import { momentText } from './moment-text.ts';
import type { Moment } from './moments.ts';
import { wayUntil } from './positions.ts';
import { Reason } from './reason.tsx';
import { trailOf } from './trail.ts';
import styles from './trial.module.css';
import type { Trying } from './use-trial.ts';
import { Changed } from './values.tsx';

export type DuringTrial = Omit<AnswerFormProps, 'question' | 'atMs' | 'onAnswer' | 'children'> & {
  readonly trying: Trying;
};

/** What happened in the moment that is shown, why, what it changed, and the way to another answer. */
export function MomentDetail({ trying, ...story }: DuringTrial): ReactNode {
  const { content, told } = story;
  const { position } = trying;
  const now = useNow();
  const names = useNames();
  const moment = told.moments[position];
  if (moment === undefined) return null;
  const trail = trailOf(wayUntil(told.moments, position), content);
  const last = moment.entries.at(-1);
  const node = last === undefined ? undefined : nodeIn(content, last.place);
  return (
    <section className={styles['now']} aria-label={drawingWords.trial.now}>
      <p className={styles['sentence']} aria-live="polite">
        {momentText(moment, content, now, names)}
      </p>
      {node === undefined || last === undefined ? null : (
        <Reason node={node} flowId={last.place.flow} content={content} trail={trail} />
      )}
      <Changed before={told.moments[position - 1]?.variables ?? {}} moment={moment} />
      <OtherAnswer key={position} trying={trying} {...story} moment={moment} />
    </section>
  );
}

/** Answers what was answered in this moment otherwise; the story then goes another way from here. */
function OtherAnswer({ moment, trying, ...story }: DuringTrial & { readonly moment: Moment }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { question } = moment;
  if (question === null || !question.isAnswered) return null;
  const node = nodeIn(story.content, question.place);
  if (!isOpen)
    return (
      <Button variant="default" className={styles['start'] ?? ''} onClick={() => setOpen(true)}>
        {drawingWords.trial.changeAnswer}
      </Button>
    );
  return (
    <div className={styles['ask']} ref={intoSight}>
      <h3 className={styles['partTitle']}>{drawingWords.trial.changeTo(node?.name ?? '')}</h3>
      <AnswerForm
        {...story}
        question={question}
        atMs={moment.at - story.told.start}
        onAnswer={(trial) => {
          setOpen(false);
          trying.tell(trial);
        }}
      >
        <Button variant="subtle" onClick={() => setOpen(false)}>
          {drawingWords.trial.keepAnswer}
        </Button>
      </AnswerForm>
    </div>
  );
}

/** What was answered can be long, and the form for another answer stands behind it. */
function intoSight(form: HTMLElement | null): void {
  form?.scrollIntoView({ block: 'start' });
}
