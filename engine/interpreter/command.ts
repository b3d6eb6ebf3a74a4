import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { RetryPolicy, TimeLimits } from '../../definitions/flow/task.ts';
import type { Failure, Instant } from './event.ts';

/**
 * Where in a run something stands. `scope` is the path of scopes ('0' is the root). `visit` counts how often the
 * node was entered in that scope, from 1; `item` is the turn of a repeat, from 0. Together they are the same
 * through a retry of the host, and differ for every new occasion: the effect ledger's key is made of them.
 */
export interface Place {
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly visit: number;
  readonly item: number;
}

/** What the host must do. Ids come back in events; they are counters of the state, unique within a run. */
export type Command =
  | {
      readonly type: 'startActivity';
      readonly id: string;
      readonly place: Place;
      readonly activity: string;
      readonly input: JsonObject;
      /** As drawn, laid over the contract's. */
      readonly retry: Required<RetryPolicy>;
      readonly limits: Required<TimeLimits>;
      readonly local: boolean;
    }
  | { readonly type: 'cancelActivity'; readonly id: string }
  | { readonly type: 'startTimer'; readonly id: string; readonly place: Place; readonly at: Instant }
  | { readonly type: 'cancelTimer'; readonly id: string }
  | { readonly type: 'openTask'; readonly id: string; readonly place: Place; readonly task: OpenedTask }
  | { readonly type: 'cancelTask'; readonly id: string; readonly reason: 'cancelled' | 'answered elsewhere' }
  | {
      readonly type: 'raiseIncident';
      readonly id: string;
      readonly place: Place;
      readonly incident: RaisedIncident;
    }
  | { readonly type: 'clearIncident'; readonly id: string }
  /** The root scope has no token left. The state's status is 'ended' or 'cancelled'. */
  | { readonly type: 'endRun'; readonly outcome: string | null };

/** A userTask with its expressions evaluated. */
export interface OpenedTask {
  readonly persons: readonly string[];
  readonly teams: readonly string[];
  readonly roles: readonly string[];
  readonly dueAt: Instant | null;
  readonly priority: Json;
  readonly suggested: JsonObject;
  readonly show: JsonObject;
}

export interface RaisedIncident {
  readonly kind: 'activity failed' | 'no branch true' | 'expression failed' | 'step budget' | 'host';
  readonly failure: Failure;
}

/** One thing that happened to a token, in order. The way a case took is made of these. */
export interface TraceEntry {
  readonly at: Instant;
  readonly place: Place;
  readonly what: 'entered' | 'left' | 'cancelled' | 'stuck' | 'resumed';
  /** With 'left': the port, and the edge taken (none from an end event). */
  readonly port?: string;
  readonly edge?: string;
  /**
   * A decision's value, an activity's answer in facts, who acted. `inputs`: what a decision or the conditions of a
   * gateway saw, by name; with 'entered', what an activity or a called flow was given. Small; never a text.
   */
  readonly detail?: JsonObject;
}
