import type { Json, JsonObject } from '../flow/json.ts';

/** What stuck runs have in common: the same step, the same kind, the same code. The key of a group. */
export interface StuckCause {
  readonly kind: string;
  readonly code: string;
  readonly flow: string;
  readonly node: string;
}

/** How a person leads stuck runs on. */
export type Resolution =
  | { readonly way: 'retry' }
  | { readonly way: 'correct'; readonly variables: JsonObject }
  /** `value`: what the step is taken to have answered. `port`: of a step with several ways out. */
  | { readonly way: 'skip'; readonly value: Json; readonly port?: string }
  | { readonly way: 'cancel' };
