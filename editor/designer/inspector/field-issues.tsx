import { Button } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Issue } from '../../../definitions/check/issue.ts';
import { wordFor } from '../../../definitions/check/wording.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { words } from '../../shell/words.ts';
import styles from './field-issues.module.css';
import inspector from './inspector.module.css';
import { usePanel } from './panel.ts';

/** What is wrong with a field, or to be weighed, each with its way to mend it. */
export function FieldIssues({
  issues,
  id,
}: {
  readonly issues: readonly Issue[];
  readonly id?: string;
}): ReactNode {
  const { node, onFix } = usePanel();
  if (issues.length === 0) return null;
  return (
    <ul className={styles['issues']} id={id} aria-live="polite">
      {issues.map((issue, index) => {
        const { severity, fix, message } = issue;
        const Icon = severity === 'error' ? IconAlertCircle : IconAlertTriangle;
        return (
          <li
            key={`${issue.code} ${index}`}
            className={severity === 'error' ? inspector['bad'] : inspector['weigh']}
          >
            <Icon size={13} aria-label={words.flows.finding[severity]} className={styles['sign']} />
            <span>
              {saidHere(message, node)}{' '}
              {fix === undefined || onFix === undefined ? null : (
                <Button variant="default" className={styles['fix'] ?? ''} onClick={() => onFix(fix)}>
                  {fix.title}
                </Button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What is said of a step without the step's name, which stands over the panel. */
export function saidHere(message: string, node: FlowNode): string {
  const named = `${capital(wordFor(node))}: `;
  return message.startsWith(named) ? capital(message.slice(named.length)) : message;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
