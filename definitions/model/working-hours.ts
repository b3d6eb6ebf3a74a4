/** Days of a week, in order. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * When somebody is there, week after week, by a clock that keeps one offset from UTC. Zones that change their clocks
 * twice a year are for calendars, which can be made of this (`openIntervals`).
 */
export interface WorkingHours {
  /** What the clock on the wall is ahead of UTC: '-05:00', '+00:00'. */
  readonly offset: string;
  readonly open: readonly Opening[];
}

/** One stretch of each of these days: '07:30' to '16:00'. Midnight at its end is '24:00'; a night is two of these. */
export interface Opening {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}
