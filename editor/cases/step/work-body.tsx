import type { ReactNode } from 'react';
import { effectsOfStep } from '../../../definitions/activity/effect-key.ts';
import type { ServiceTask } from '../../../definitions/flow/service-task.ts';
import { words } from '../../shell/words.ts';
import { answerOnLeaving, gotIn } from '../decision.ts';
import { EffectState } from '../effect-state.tsx';
import { GotAndAnswered } from './got-and-answered.tsx';
import type { StepBodyProps } from './step-body.tsx';
import styles from './step-detail.module.css';

/** What an activity does, what it was given and answered, and what became of what it did to the world. */
export function WorkBody({
  of,
  revision,
  node,
  occasion,
}: Omit<StepBodyProps, 'node'> & { readonly node: ServiceTask }): ReactNode {
  const code = occasion?.ended?.detail?.['code'];
  const key = occasion && `${effectsOfStep({ caseId: of.id, ...occasion.came })}${occasion.came.visit}/`;
  const effects = of.effects.filter((effect) => key !== undefined && effect.key.startsWith(key));
  return (
    <>
      <p className={styles['quiet']}>{revision.revision.activities[node.activity]?.description}</p>
      {typeof code === 'string' ? <p>{words.step.failed(words.stuck.codes[code] ?? code)}</p> : null}
      {occasion === undefined ? null : (
        <GotAndAnswered
          got={gotIn(occasion.entries, node.input)}
          answered={answerOnLeaving(occasion.ended)}
        />
      )}
      {effects.map((effect) => (
        <p key={effect.key} className={styles['effect']}>
          {words.case.effects} <EffectState effect={effect} />
        </p>
      ))}
    </>
  );
}
