import type { ReactNode } from 'react';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import { useNames } from '../../people/people-questions.ts';
import { useNow } from '../../shell/now.tsx';
import { words } from '../../shell/words.ts';
import { factGroups } from '../fact-groups.ts';
import { FactGroups } from '../fact-list.tsx';
import styles from './step-detail.module.css';

/** What a step was given and what it answered, side by side; where that is nothing, a sentence says so. */
export function GotAndAnswered({
  got,
  answered,
  ofPerson = false,
}: {
  /** Null where that was not kept; 'the case' where it is given nothing beside it. */
  readonly got: JsonObject | 'the case' | null;
  /** Null where it did not answer, or not yet. */
  readonly answered: JsonObject | null;
  readonly ofPerson?: boolean;
}): ReactNode {
  const { step } = words;
  if (got === null && answered === null) return null;
  return (
    <div className={styles['sides']}>
      {got === null ? null : (
        <Side
          title={ofPerson ? step.shown : step.got}
          facts={got === 'the case' ? {} : got}
          nothing={ofPerson ? step.shownNothing : nothingOf(got)}
        />
      )}
      {answered === null ? null : (
        <Side
          title={ofPerson ? step.theirAnswer : step.answer}
          facts={answered}
          nothing={ofPerson ? step.filledNothing : step.answeredNothing}
        />
      )}
    </div>
  );
}

/** What can be said of what a step got where nothing of it can be shown. */
function nothingOf(got: JsonObject | 'the case'): string {
  const { step } = words;
  if (got === 'the case') return step.gotNothing;
  return Object.keys(got).length === 0 ? step.gotTexts : step.gotUnknown;
}

function Side({
  title,
  facts,
  nothing,
}: {
  readonly title: string;
  readonly facts: JsonObject;
  readonly nothing: string;
}): ReactNode {
  const groups = factGroups(facts, useNow(), useNames());
  return (
    <div>
      <h3 className={styles['side']}>{title}</h3>
      {groups.length === 0 ? <p className={styles['nothing']}>{nothing}</p> : <FactGroups groups={groups} />}
    </div>
  );
}
