import type { Instant } from '../interpreter/event.ts';

/** ISO 8601 in UTC of an instant. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

/** The instant of an ISO 8601 text with zone. */
export function instantOf(iso: string): Instant {
  return Date.parse(iso);
}
