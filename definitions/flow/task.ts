import type { Feel } from './base.ts';
import type { Wait } from './wait.ts';

/** What tasks (businessRuleTask, serviceTask, userTask, callActivity) may carry beside their own work. */
export interface TaskExtras {
  readonly repeat?: Repeat;
  readonly boundary?: readonly BoundaryEvent[];
}

/**
 * BPMN multi-instance. `over` yields a list; `as` names the variable that each turn sees its item under (and
 * `<as> index`, from 1). `collect` names a variable that receives the list of results in the order of items.
 * `until`: FEEL over the scope, asked after each turn; true ends the repeat and cancels turns under way.
 */
export interface Repeat {
  readonly over: Feel;
  readonly as: string;
  /** 1: one after the other. n: at most n at once. */
  readonly atMost: number;
  readonly collect?: string;
  readonly until?: Feel;
}

/**
 * Something that happens to a task while it is under way. Its id is the port that its way leaves by.
 * error: the task failed for good with `code` (any code if absent); `result` names a variable that receives
 * `{ code, activity }`. timer: `interrupting` cancels the task; otherwise a further token leaves, and with
 * `again` the timer is set anew until it fired `again.atMost` times in all.
 */
export type BoundaryEvent =
  | {
      readonly id: string;
      readonly name: string;
      readonly kind: 'error';
      readonly code?: string;
      readonly result?: string;
    }
  | {
      readonly id: string;
      readonly name: string;
      readonly kind: 'timer';
      readonly wait: Wait;
      readonly interrupting: boolean;
      readonly again?: { readonly atMost: number };
    };

/** Retries and time limits of an activity as drawn; what is absent comes from the activity's contract. */
export interface RetryPolicy {
  readonly maximumAttempts?: number;
  readonly initialIntervalMs?: number;
  readonly backoffCoefficient?: number;
  readonly maximumIntervalMs?: number;
}
export interface TimeLimits {
  /** One attempt. */
  readonly startToCloseMs?: number;
  /** All attempts together. */
  readonly scheduleToCloseMs?: number;
}
