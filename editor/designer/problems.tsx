import { Button } from '@mantine/core';
import { memo, useState, type ReactNode } from 'react';
import type { Fix } from '../../definitions/check/fix.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { flowIn } from '../../definitions/flow/drawn.ts';
import { Pill } from '../shell/pill.tsx';
import surface from '../shell/surface.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import styles from './designer.module.css';
import { PROBLEMS } from './designer-sheets.tsx';

const FIRST = 4;
const RANK = { error: 0, warning: 1 } as const;

/** What is wrong with the draft: each leads to its place, and says how it is put right if that is known. */
export const Problems = memo(function Problems({
  issues,
  content,
  onGo,
  onFix,
}: {
  /** Null: it is not known yet. */
  readonly issues: readonly Issue[] | null;
  readonly content: DraftContent;
  readonly onGo: (issue: Issue) => void;
  readonly onFix: (issue: Issue, fix: Fix) => void;
}): ReactNode {
  const [isAll, setAll] = useState(false);
  const { designer } = drawingWords;
  if (issues === null) return null;
  const sorted = issues.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  const shown = isAll ? sorted : sorted.slice(0, FIRST);
  return (
    <section
      id={PROBLEMS}
      className={`${surface['surface']} ${styles['problems']}`}
      aria-label={designer.problems}
      tabIndex={-1}
    >
      <div className={styles['problemsHead']}>
        <strong>{designer.problems}</strong>
        {issues.length === 0 ? (
          <span className={styles['quiet']}>{designer.noProblems}</span>
        ) : (
          <Pill tone={sorted[0]?.severity === 'error' ? 'bad' : 'plain'}>{issues.length}</Pill>
        )}
      </div>
      <ul>
        {shown.map((issue, index) => (
          <li key={`${index} ${issue.message}`} className={styles['problem']}>
            <Pill tone={issue.severity === 'error' ? 'bad' : 'plain'}>
              {issue.severity === 'error' ? designer.wrong : designer.toWeigh}
            </Pill>
            <button
              type="button"
              className={styles['problemText']}
              title={designer.go}
              onClick={() => onGo(issue)}
            >
              {issue.message} <span className={styles['quiet']}>{whereOf(issue, content)}</span>
            </button>
            <FixButton issue={issue} onFix={onFix} />
          </li>
        ))}
      </ul>
      {sorted.length > shown.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {designer.moreProblems(sorted.length - shown.length)}
        </Button>
      ) : null}
    </section>
  );
});

function FixButton({
  issue,
  onFix,
}: {
  readonly issue: Issue;
  readonly onFix: (issue: Issue, fix: Fix) => void;
}): ReactNode {
  const { fix } = issue;
  // Which step derives a fact is not for one button to choose.
  if (fix === undefined || fix.changes.some((change) => change.do === 'derive fact')) return null;
  return (
    <Button size="compact-xs" fz={12} variant="default" onClick={() => onFix(issue, fix)}>
      {fix.title}
    </Button>
  );
}

/** The flow, where there are several, and the step. */
export function whereOf({ place, message }: Issue, content: DraftContent): string {
  const flow = flowIn(content, place.flow);
  const step = flow?.nodes.find(({ id }) => id === place.node)?.name ?? '';
  const isOnly = Object.keys(content.called).length === 0;
  const parts = [isOnly ? '' : (flow?.name ?? ''), step === '' || message.includes(step) ? '' : step];
  return parts.filter((part) => part !== '').join(' · ');
}
