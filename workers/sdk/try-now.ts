import { activityInfo } from '@temporalio/activity';
import type { ActivityCall } from '../../definitions/activity/contract.ts';

/** A try of an activity, as Temporal counts it. */
export type Try = Pick<
  ReturnType<typeof activityInfo>,
  'attempt' | 'retryPolicy' | 'scheduledTimestampMs' | 'scheduleToCloseTimeoutMs'
>;

/**
 * The try that is under way, counted with those that its run asked for apart; null for an activity that is run alone,
 * outside a worker.
 */
export function tryNow({ tries }: Pick<ActivityCall, 'tries'>): Try | null {
  try {
    const info = activityInfo();
    if (tries === undefined) return info;
    const { maximumAttempts, initialIntervalMs, backoffCoefficient, maximumIntervalMs } = tries.retry;
    return {
      ...info,
      attempt: tries.before + info.attempt,
      retryPolicy: {
        maximumAttempts,
        backoffCoefficient,
        initialInterval: initialIntervalMs,
        maximumInterval: maximumIntervalMs,
      },
    };
  } catch {
    return null;
  }
}

/**
 * Whether Temporal lets no other try follow one that fails now: there were as many as are allowed, or the next would
 * begin after the time limit of them all. `askedMs` is the pause that the failure asks for.
 */
export function isLastTry(
  { attempt, retryPolicy, scheduledTimestampMs, scheduleToCloseTimeoutMs }: Try,
  askedMs: number | undefined,
  now = Date.now(),
): boolean {
  const { maximumAttempts = 0, initialInterval, maximumInterval, backoffCoefficient = 2 } = retryPolicy ?? {};
  if (maximumAttempts > 0 && attempt >= maximumAttempts) return true;
  const pause = Math.min(
    msOf(initialInterval, 0) * backoffCoefficient ** (attempt - 1),
    msOf(maximumInterval, Number.POSITIVE_INFINITY),
  );
  const endsAt = scheduleToCloseTimeoutMs > 0 ? scheduledTimestampMs + scheduleToCloseTimeoutMs : Infinity;
  return now + (askedMs ?? pause) >= endsAt;
}

/** Temporal tells a running activity its intervals in milliseconds. */
function msOf(interval: unknown, otherwise: number): number {
  return typeof interval === 'number' ? interval : otherwise;
}
