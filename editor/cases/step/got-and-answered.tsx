import type { ReactNode } from 'react';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import { useNames } from '../../people/people-questions.ts';
import { useNow } from '../../shell/now.tsx';
import { words } from '../../shell/words.ts';
import { factGroups } from '../fact-groups.ts';
import { FactGroups } from '../fact-list.tsx';
import styles from './step-detail.module.css';

/** What a step was given and what it answered, side by side; what is empty is left out. */
export function GotAndAnswered({
  got,
  answered,
  ofPerson = false,
}: {
  readonly got: JsonObject | null;
  readonly answered: JsonObject | null;
  readonly ofPerson?: boolean;
}): ReactNode {
  const now = useNow();
  const names = useNames();
  const sides = [
    { title: ofPerson ? words.step.shown : words.step.got, groups: factGroups(got ?? {}, now, names) },
    {
      title: ofPerson ? words.step.theirAnswer : words.step.answer,
      groups: factGroups(answered ?? {}, now, names),
    },
  ].filter(({ groups }) => groups.length > 0);
  if (sides.length === 0) return null;
  return (
    <div className={styles['sides']}>
      {sides.map(({ title, groups }) => (
        <div key={title}>
          <h3 className={styles['side']}>{title}</h3>
          <FactGroups groups={groups} />
        </div>
      ))}
    </div>
  );
}
