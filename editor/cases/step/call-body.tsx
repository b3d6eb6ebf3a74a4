import { flowIn } from '../../../definitions/flow/drawn.ts';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallActivity } from '../../../definitions/flow/call-activity.ts';
import { useNames } from '../../people/people-questions.ts';
import { useNow } from '../../shell/now.tsx';
import { words } from '../../shell/words.ts';
import { answerOnLeaving, gotIn } from '../decision.ts';
import { trailSentence } from '../timeline.ts';
import { useChosenStep } from './chosen-step.ts';
import { GotAndAnswered } from './got-and-answered.tsx';
import type { StepBodyProps } from './step-body.tsx';
import textButton from '../../shell/text-button.module.css';
import styles from './step-detail.module.css';

/** What happened inside a called flow on this occasion, step by step, with the way to each step and to its drawing. */
export function CallBody({
  of,
  revision,
  node,
  occasion,
}: Omit<StepBodyProps, 'node'> & { readonly node: CallActivity }): ReactNode {
  const now = useNow();
  const names = useNames();
  const { choose } = useChosenStep();
  const called = flowIn(revision.revision, node.flow);
  if (called === undefined) return null;
  const from = occasion?.came.n ?? Infinity;
  const until = occasion?.ended?.n ?? Infinity;
  const told = of.trail.flatMap((entry) => {
    const isInside = entry.flow === called.id && entry.n > from && entry.n < until;
    const drawn = isInside ? called.nodes.find(({ id }) => id === entry.node) : undefined;
    const text = drawn === undefined ? null : trailSentence(entry, drawn, now, names);
    return text === null ? [] : [{ entry, text }];
  });
  return (
    <>
      <ol className={styles['ways']}>
        {told.map(({ entry, text }) => (
          <li key={entry.n}>
            <button
              type="button"
              className={textButton['textButton']}
              onClick={() => choose({ flow: called.id, step: entry.node, at: entry.n, isCalled: true })}
            >
              {text}
            </button>
          </li>
        ))}
      </ol>
      {occasion === undefined ? null : (
        <GotAndAnswered
          got={gotIn(occasion.entries, node.input)}
          answered={answerOnLeaving(occasion.ended)}
        />
      )}
      <Button variant="default" mt={8} onClick={() => choose({ flow: called.id, step: null, at: null })}>
        {words.way.showCalled}
      </Button>
    </>
  );
}
