import { ApplicationFailure } from '@temporalio/common';
import { StoreProblem } from '../../engine/store/problem.ts';

/** What goes wrong enters a history as its code alone: a message or a stack may hold what somebody wrote. */
export function hideText(error: unknown): never {
  if (!(error instanceof StoreProblem)) throw error;
  const type = error.code;
  throw ApplicationFailure.create({
    message: type,
    type,
    nonRetryable: type === 'not found' || type === 'refused',
  });
}
