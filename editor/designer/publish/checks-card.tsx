import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Issue } from '../../../definitions/check/issue.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { Card } from '../../shell/page.tsx';
import { Pill } from '../../shell/pill.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { addressOf } from '../chosen-in.ts';
import { whereOf } from '../problems.tsx';
import styles from './publish.module.css';

/** What stands against publishing and what to weigh; each leads to its place on the drawing. */
export function ChecksCard({
  flowId,
  issues,
  content,
}: {
  readonly flowId: string;
  /** Null: it is not known yet. */
  readonly issues: readonly Issue[] | null;
  readonly content: DraftContent;
}): ReactNode {
  const { publish } = drawingWords;
  const { designer } = drawingWords;
  const [errors, warnings] = [
    (issues ?? []).filter(({ severity }) => severity === 'error'),
    (issues ?? []).filter(({ severity }) => severity === 'warning'),
  ];
  return (
    <Card title={publish.checks}>
      <p role="status" className={styles['checks']}>
        {issues === null
          ? publish.checking
          : errors.length > 0
            ? publish.errors(errors.length)
            : warnings.length > 0
              ? `${publish.fine} ${publish.warnings(warnings.length)}`
              : publish.fine}
      </p>
      {errors.length + warnings.length === 0 ? null : (
        <ul className={styles['issues']} tabIndex={0} aria-label={publish.checks}>
          {[...errors, ...warnings].map((issue, index) => (
            <li key={index} className={styles['issue']}>
              <Pill tone={issue.severity === 'error' ? 'bad' : 'plain'}>
                {issue.severity === 'error' ? designer.wrong : designer.toWeigh}
              </Pill>
              <span className={styles['issueText']}>
                <Link to={addressOf(flowId, issue.place)} title={designer.go} className={styles['issueLink']}>
                  {issue.message}
                </Link>{' '}
                <span className={styles['quiet']}>{whereOf(issue, content)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
