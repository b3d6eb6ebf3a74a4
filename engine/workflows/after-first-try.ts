import {
  ActivityFailure,
  ApplicationFailure,
  TimeoutFailure,
  type TemporalFailure,
} from '@temporalio/workflow';
import type { ActivityCommand } from './saved-run.ts';

/** What follows the failed first try of an activity: the tries that are left, after a pause. */
export interface MoreTries {
  readonly pauseMs: number;
  readonly command: ActivityCommand;
}

/** Null: no other try follows, as it failed for good or its tries or its time are used up. `tookMs`: the first try. */
export function afterFirstTry(command: ActivityCommand, error: unknown, tookMs: number): MoreTries | null {
  const { retry, limits } = command;
  const { maximumAttempts, initialIntervalMs, backoffCoefficient, maximumIntervalMs } = retry;
  const cause = error instanceof ActivityFailure ? error.cause : error;
  const isTimeUp = cause instanceof TimeoutFailure && cause.timeoutType === 'START_TO_CLOSE';
  const isPassing = cause instanceof ApplicationFailure && cause.nonRetryable !== true;
  if (maximumAttempts === 1 || !(isTimeUp || isPassing)) return null;
  const pauseMs = askedMs(cause) ?? Math.min(initialIntervalMs, maximumIntervalMs);
  const leftMs = limits.scheduleToCloseMs - tookMs - pauseMs;
  if (leftMs <= 0) return null;
  return {
    pauseMs,
    command: {
      ...command,
      limits: { ...limits, scheduleToCloseMs: leftMs },
      retry: {
        ...retry,
        maximumAttempts: Math.max(0, maximumAttempts - 1),
        initialIntervalMs: Math.min(initialIntervalMs * backoffCoefficient, maximumIntervalMs),
      },
    },
  };
}

/** The pause that the failure itself asks for. Temporal's SDK keeps it in what it was made from alone. */
function askedMs({ failure }: TemporalFailure): number | null {
  const asked = failure?.applicationFailureInfo?.nextRetryDelay;
  return asked == null ? null : (asked.seconds?.toNumber() ?? 0) * 1_000 + (asked.nanos ?? 0) / 1e6;
}
