import type { Instant } from '../interpreter/event.ts';

/** The workflow's own clock: deterministic, replayed from the history. */
export function workflowNow(): Instant {
  return Date.now();
}
