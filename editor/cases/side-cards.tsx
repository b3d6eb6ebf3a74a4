import type { ReactNode } from 'react';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import { useNames } from '../people/people-questions.ts';
import { useNow } from '../shell/now.tsx';
import { Card } from '../shell/page.tsx';
import { words } from '../shell/words.ts';
import { factGroups } from './fact-groups.ts';
import { FactGroups } from './fact-list.tsx';
import { notKnown } from './retries.ts';
import styles from './side-cards.module.css';

/** What was derived from what was said, and what was decided. */
export function FactsCard({ of }: { readonly of: CaseDetail }): ReactNode {
  const groups = factGroups(of.facts, useNow(), useNames());
  return (
    <Card title={words.case.facts}>
      {groups.length === 0 ? (
        <p className={styles['quiet']}>{of.owesReport ? notKnown(of) : words.case.noFacts}</p>
      ) : (
        <FactGroups groups={groups} />
      )}
    </Card>
  );
}
