import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { ActivityCall } from '../../definitions/activity/contract.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { Failure } from '../interpreter/event.ts';
import type { ActivityCommand } from './saved-run.ts';

/** What became of an activity. */
export type Landing =
  { readonly id: string; readonly output: Json } | { readonly id: string; readonly failure: Failure };

type Perform = { readonly [activity: string]: (call: ActivityCall) => Promise<Json> };

/**
 * Between its tries a local activity keeps the workflow task, and what happens meanwhile waits until Temporal is told
 * that the task goes on, every eight seconds. Longer pauses are timers, and the task ends: twice as long, and a timer
 * brings no more events than that.
 */
const LONGEST_LOCAL_PAUSE_MS = 16_000;

/** Has Temporal carry an activity out, in the scope that is current. Rejects with what Temporal says of it. */
export function perform(command: ActivityCommand, call: ActivityCall, summary: string): Promise<Json> {
  const { retry, limits } = command;
  const options = {
    startToCloseTimeout: limits.startToCloseMs,
    scheduleToCloseTimeout: limits.scheduleToCloseMs,
    retry: {
      // Temporal's word for 'as often as the time limit allows' is no maximum at all.
      maximumAttempts: retry.maximumAttempts > 0 ? retry.maximumAttempts : Number.POSITIVE_INFINITY,
      initialInterval: retry.initialIntervalMs,
      backoffCoefficient: retry.backoffCoefficient,
      maximumInterval: retry.maximumIntervalMs,
    },
    cancellationType: ActivityCancellationType.TRY_CANCEL,
    summary,
  };
  const offered = command.local
    ? proxyLocalActivities<Perform>({ ...options, localRetryThreshold: LONGEST_LOCAL_PAUSE_MS })
    : proxyActivities<Perform>(options);
  const activity = offered[command.activity];
  if (activity === undefined) throw ApplicationFailure.nonRetryable('no such activity', 'unknown activity');
  return activity(call);
}

/** The code that an activity failed with; texts stay behind at the worker. */
export function failureOf(error: unknown): Failure {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof TimeoutFailure) return { code: 'timeout' };
  if (cause instanceof ApplicationFailure) return { code: cause.type ?? 'failed' };
  if (isCancellation(error)) return { code: 'cancelled' };
  return { code: 'failed' };
}
