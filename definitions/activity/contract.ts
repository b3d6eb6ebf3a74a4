import type { Json, JsonObject } from '../flow/json.ts';
import type { RetryPolicy, TimeLimits } from '../flow/task.ts';

/**
 * What an activity does to the world.
 * none: reads only. own: writes only to Earshot's own store, idempotent by key.
 * keyed: outside, and the other side refuses a repeated idempotency key.
 * searchable: outside, and the other side can be asked whether it happened.
 * once: outside, and nobody can tell: after a doubt a person is asked.
 */
export type EffectKind = 'none' | 'own' | 'keyed' | 'searchable' | 'once';

/** A JSON Schema (2020-12), as zod writes it. */
export type JsonSchema = JsonObject;

/** What is known of an activity without its code; part of every revision that uses it. */
export interface ActivityContract {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Name of its icon: see ACTIVITY_ICONS. */
  readonly icon?: string;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly effect: EffectKind;
  /** Codes it may fail with for good, beside `erased`, `invalid input` and `timeout`. */
  readonly errors: readonly string[];
  readonly retry: Required<RetryPolicy>;
  readonly limits: Required<TimeLimits>;
}

/** What an activity is called with: where in which case, and its mapped input. Facts and ids only. */
export interface ActivityCall {
  readonly caseId: string;
  /** Content hash of the revision the run is pinned to. */
  readonly revision: string;
  readonly activity: string;
  readonly scope: string;
  /** Absent in calls that a run made before it told. */
  readonly flow?: string;
  readonly node: string;
  readonly visit: number;
  /** Index of the repeat's turn, from 0; 0 without repeat. */
  readonly item: number;
  /** The case's own time when it was asked for, ISO 8601. */
  readonly at: string;
  /** Version of the last report that the run had made then (see Progress); absent as `flow` is. */
  readonly reported?: number;
  /** Tries that its run asks for apart: how many came before these, and what holds for all; absent: there are no others. */
  readonly tries?: { readonly before: number; readonly retry: Required<RetryPolicy> };
  readonly input: { readonly [name: string]: Json };
}

/** Longest limit of one attempt under which an activity without outside effect runs inside the workflow's worker. */
export const LOCAL_LIMIT_MS = 2000;

/** Whether Temporal should run it as a local activity. */
export function runsLocally(contract: ActivityContract): boolean {
  return (
    (contract.effect === 'none' || contract.effect === 'own') &&
    contract.limits.startToCloseMs <= LOCAL_LIMIT_MS
  );
}
