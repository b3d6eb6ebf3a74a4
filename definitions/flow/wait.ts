import type { Feel } from './base.ts';

/**
 * How long. FEEL that yields null means: never (the timer is not set).
 * `for` yields a days and time duration, `until` a date and time.
 * `businessHours` counts only the open intervals of the named calendar of the revision.
 */
export type Wait =
  | { readonly kind: 'duration'; readonly for: Feel }
  | { readonly kind: 'until'; readonly at: Feel }
  | { readonly kind: 'businessHours'; readonly for: Feel; readonly calendar: string };
