import type { FieldTemplateProps } from '@rjsf/utils';
import { useId, useMemo, type ReactNode } from 'react';
import { pointer } from '../../../../definitions/flow/json-pointer.ts';
import { FieldIssues } from '../field-issues.tsx';
import { PlaceProvider, usePanel } from '../panel.ts';
import styles from '../inspector.module.css';

/** What stands around each field: it knows where in the node it is, and what is wrong with it. */
export function FieldTemplate({ fieldPathId, hidden, children }: FieldTemplateProps): ReactNode {
  const { issues } = usePanel();
  const issuesId = useId();
  const { path } = fieldPathId;
  const place = useMemo(() => ({ steps: path, issuesId }), [path, issuesId]);
  if (hidden === true) return null;
  return (
    <PlaceProvider value={place}>
      <div className={styles['field']}>
        {children}
        {path.length === 0 ? null : (
          <FieldIssues issues={issues.at.get(pointer(...path)) ?? []} id={issuesId} />
        )}
      </div>
    </PlaceProvider>
  );
}
