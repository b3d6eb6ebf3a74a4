import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';

/**
 * Stands for every activity that this worker does not offer. What runs within a run's own task is asked of no other
 * worker, so it fails at once and the case is stuck; what is missing there without a failure that is recorded could
 * not be replayed by a worker that offers it later. Anything else waits for a worker that does.
 */
export function notOffered(): Promise<never> {
  const { isLocal } = activityInfo();
  const code = 'NotFoundError';
  throw ApplicationFailure.create({ type: code, message: code, nonRetryable: isLocal });
}
