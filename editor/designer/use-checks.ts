import { useEffect, useRef, useState } from 'react';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { Checking } from './checking.ts';

/** What is wrong with a draft as it stands; null until it is known for the first time. */
export function useChecks(
  content: DraftContent,
  activities: Readonly<Record<string, ActivityContract>>,
): readonly Issue[] | null {
  const [issues, setIssues] = useState<readonly Issue[] | null>(null);
  const checking = useRef<Checking | null>(null);
  useEffect(() => {
    const worker = new Checking(setIssues);
    checking.current = worker;
    return () => worker.end();
  }, []);
  useEffect(() => checking.current?.ask(content, activities), [content, activities]);
  return issues;
}
