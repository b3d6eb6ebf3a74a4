/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/sample-day | | SampleDayView |
 * | POST /api/sample-day | { morning } (admin): ISO 8601 with the visitor's offset | 204: it can be looked at under /sample |
 * | POST /api/sample-day/pace | { pace } | 204 |
 * | POST /api/sample-day/answers | { byThemselves } | 204 |
 * | POST /api/sample-day/remove | {} (admin) | 204: nothing of it is left |
 */
import type { StoryClock } from '../story-clock.ts';

export type SamplePace = 'paused' | 'slow' | 'normal';

/** The sample day that is on; null where none is. */
export type SampleDayView = {
  readonly clock: StoryClock;
  readonly pace: SamplePace;
  /** The visitor's tasks are answered by themselves as well. */
  readonly byThemselves: boolean;
  /** Its story is told: what is still open waits for the visitor alone. Its clock stands still then. */
  readonly over: boolean;
} | null;
