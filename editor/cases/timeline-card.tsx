import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import { useNames } from '../people/people-questions.ts';
import { Moment } from '../shell/moment-text.tsx';
import { useNow } from '../shell/now.tsx';
import { Card } from '../shell/page.tsx';
import { words } from '../shell/words.ts';
import { useCaseRecord } from './case-questions.ts';
import { useChosenStep } from './step/chosen-step.ts';
import { happenings, type Happening } from './timeline.ts';
import textButton from '../shell/text-button.module.css';
import styles from './timeline-card.module.css';

const AT_FIRST = 30;

/** What happened, the latest first. */
export function TimelineCard({
  of,
  revision,
}: {
  readonly of: CaseDetail;
  readonly revision: Revision | null;
}): ReactNode {
  const [isAll, setAll] = useState(false);
  const told = happenings(of, revision, useNow(), useNames(), useCaseRecord(of.id).data?.items);
  const shown = isAll ? told : told.slice(0, AT_FIRST);
  return (
    <Card title={words.case.happened}>
      {told.length === 0 ? <p className={styles['quiet']}>{words.case.nothingHappened}</p> : null}
      <ol className={styles['timeline']}>
        {shown.map((one) => (
          <li key={one.key}>
            <span className={styles['at']}>
              <Moment at={one.at} />
            </span>
            <span className={`${styles['text']} ${one.actor === null ? '' : styles[one.actor]}`}>
              <Told one={one} />
            </span>
          </li>
        ))}
      </ol>
      {shown.length === told.length ? null : (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setAll(true)}>
          {words.case.earlier(told.length - shown.length)}
        </Button>
      )}
    </Card>
  );
}

/** What tells of a step leads to it. */
function Told({ one }: { readonly one: Happening }): ReactNode {
  const { choose } = useChosenStep();
  const { step, text } = one;
  if (step === undefined) return text;
  return (
    <button
      type="button"
      className={textButton['textButton']}
      onClick={() => choose({ flow: step.flow, step: step.node, at: step.n, isCalled: true })}
    >
      {text}
    </button>
  );
}
