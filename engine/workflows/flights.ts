import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { ActivityCall } from '../../definitions/activity/contract.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { Failure } from '../interpreter/event.ts';
import type { ActivityCommand } from './saved-run.ts';

export type Landing =
  { readonly id: string; readonly output: Json } | { readonly id: string; readonly failure: Failure };

/** Activities under way. A flight that was cancelled never lands. */
export class Flights {
  private readonly inAir = new Map<
    string,
    { readonly scope: CancellationScope | null; readonly local: boolean }
  >();
  private readonly landed: (landing: Landing) => void;

  constructor(landed: (landing: Landing) => void) {
    this.landed = landed;
  }

  get size(): number {
    return this.inAir.size;
  }

  /** Whether any of them runs as a task of its own, outside of this workflow task. */
  get someRemote(): boolean {
    return [...this.inAir.values()].some((flight) => !flight.local);
  }

  /** Whether any of them runs within this workflow task, and so lands before it ends. */
  get someLocal(): boolean {
    return [...this.inAir.values()].some((flight) => flight.local);
  }

  start(command: ActivityCommand, call: ActivityCall, summary: string): void {
    const { id, local } = command;
    // A local activity is over before anybody could stop it; it does without a scope, which costs more than it.
    const scope = local ? null : new CancellationScope();
    this.inAir.set(id, { scope, local });
    const flight = () => perform(command, call, summary);
    (scope === null ? flight() : scope.run(flight)).then(
      (output) => this.land(id, { id, output }),
      (error: unknown) => this.land(id, { id, failure: failureOf(error) }),
    );
  }

  cancel(id: string): void {
    const flight = this.inAir.get(id);
    if (flight === undefined) return;
    this.inAir.delete(id);
    flight.scope?.cancel();
  }

  private land(id: string, landing: Landing): void {
    if (this.inAir.delete(id)) this.landed(landing);
  }
}

type Perform = { readonly [activity: string]: (call: ActivityCall) => Promise<Json> };

function perform(command: ActivityCommand, call: ActivityCall, summary: string): Promise<Json> {
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
  const offered = command.local ? proxyLocalActivities<Perform>(options) : proxyActivities<Perform>(options);
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
