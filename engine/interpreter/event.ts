import type { JsonObject, Json } from '../../definitions/flow/json.ts';

/** An instant, milliseconds since the epoch, in the case's own time. */
export type Instant = number;

/** Why something failed, in facts. `message` is for the author, never a person's text. */
export interface Failure {
  readonly code: string;
  readonly message?: string;
}

/** How a person leads a run on that cannot go on alone. `by` and `why` are ids of a person and of a stored text. */
export type WayOut =
  /** Do the same again. */
  | { readonly way: 'retry' }
  /** Correct variables of the scope, then do the same again. */
  | { readonly way: 'correct'; readonly variables: JsonObject }
  /** Go on as if the step had answered `value`; for a gateway, leave by `port`. */
  | { readonly way: 'skip'; readonly value: Json; readonly port?: string }
  /** Cancel the whole run. */
  | { readonly way: 'cancel' };

/** What the world tells the interpreter. `at` never goes backwards: an earlier one counts as the latest seen. */
export type RunEvent =
  /** First event of a run; on an ended run it reopens it, keeping its variables (those given replace theirs). */
  | { readonly type: 'started'; readonly at: Instant; readonly variables: JsonObject }
  | { readonly type: 'activityCompleted'; readonly at: Instant; readonly id: string; readonly output: Json }
  /** The activity failed for good: its retries are used up, or it said that none would help. */
  | { readonly type: 'activityFailed'; readonly at: Instant; readonly id: string; readonly failure: Failure }
  | { readonly type: 'timerFired'; readonly at: Instant; readonly id: string }
  | {
      readonly type: 'taskCompleted';
      readonly at: Instant;
      readonly id: string;
      readonly answers: JsonObject;
      readonly by: string;
    }
  /** Something arrived for the case: 'mention', 'answered elsewhere', or what an engineer's webhook calls it. */
  | { readonly type: 'message'; readonly at: Instant; readonly name: string; readonly facts: JsonObject }
  /** Sets variables of the root scope that exist there; moves nothing. */
  | { readonly type: 'factsChanged'; readonly at: Instant; readonly variables: JsonObject }
  /** The host found that the run cannot go on (no worker offers an activity, an engine fault). */
  | { readonly type: 'stuck'; readonly at: Instant; readonly id: string; readonly failure: Failure }
  | {
      readonly type: 'incidentResolved';
      readonly at: Instant;
      readonly id: string;
      readonly resolution: WayOut;
      readonly by: string;
    }
  | { readonly type: 'cancelled'; readonly at: Instant; readonly reason: string };
