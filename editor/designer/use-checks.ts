import { useEffect, useRef, useState } from 'react';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { whenIdle } from '../shell/when-idle.ts';
import { Checking } from './checking.ts';

/** What is wrong with a draft as it stands; null until it is known for the first time. */
export function useChecks(
  content: DraftContent,
  activities: Readonly<Record<string, ActivityContract>>,
): readonly Issue[] | null {
  const [issues, setIssues] = useState<readonly Issue[] | null>(null);
  const checking = useRef<Checking | null>(null);
  const newest = useRef({ content, activities });
  useEffect(() => {
    newest.current = { content, activities };
    checking.current?.ask(content, activities);
  }, [content, activities]);
  // Not before the drawing stands: the worker's script, and checking, would take turns with it.
  useEffect(() => {
    const callOff = whenIdle(() => {
      checking.current = new Checking(setIssues);
      checking.current.ask(newest.current.content, newest.current.activities);
    });
    return () => {
      callOff();
      checking.current?.end();
      checking.current = null;
    };
  }, []);
  return issues;
}
