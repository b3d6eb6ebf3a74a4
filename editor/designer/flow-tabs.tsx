import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { words } from '../shell/words.ts';
import styles from './flow-tabs.module.css';

/** The flow itself and those that it calls. */
export function FlowTabs({
  content,
  flow,
  onFlow,
  children,
}: {
  readonly content: Pick<DraftContent, 'flow' | 'called'>;
  readonly flow: Flow;
  readonly onFlow: (flowId: string) => void;
  /** What else there is to see of the flow. */
  readonly children?: ReactNode;
}): ReactNode {
  const flows = [content.flow, ...Object.values(content.called)];
  return (
    <div className={styles['tabs']}>
      {flows.map((one) => (
        <Button
          key={one.id}
          size="compact-sm"
          variant={one.id === flow.id ? 'light' : 'subtle'}
          fz={13}
          {...(one.id === flow.id ? {} : { c: 'var(--soft)' })}
          aria-pressed={one.id === flow.id}
          onClick={() => onFlow(one.id)}
        >
          {one.name}
        </Button>
      ))}
      {children}
      <span className={styles['count']}>
        {words.flows.steps(flow.nodes.filter(({ kind }) => kind !== 'textAnnotation').length)}
      </span>
    </div>
  );
}
