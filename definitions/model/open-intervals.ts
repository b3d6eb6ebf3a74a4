import { WEEKDAYS, type WorkingHours } from './working-hours.ts';

/** `[from, to)` in milliseconds since the epoch. */
export interface OpenInterval {
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** The epoch began on a Thursday. */
const EPOCH_WEEKDAY = WEEKDAYS.indexOf('Thu');

/**
 * The open time between two instants, as disjoint intervals in order; stretches that touch are one. `from` and `to`
 * in milliseconds since the epoch. Its cost grows with the days between them.
 */
export function openIntervals(hours: WorkingHours, from: number, to: number): readonly OpenInterval[] {
  const offset = offsetMs(hours.offset);
  const found: OpenInterval[] = [];
  const lastDay = Math.floor((to + offset) / DAY_MS);
  for (let day = Math.floor((from + offset) / DAY_MS); day <= lastDay; day += 1) {
    const weekday = WEEKDAYS[(((day + EPOCH_WEEKDAY) % 7) + 7) % 7];
    for (const opening of hours.open) {
      if (weekday === undefined || !opening.days.includes(weekday)) continue;
      const midnight = day * DAY_MS - offset;
      const begins = Math.max(from, midnight + minutesOf(opening.from) * MINUTE_MS);
      const ends = Math.min(to, midnight + minutesOf(opening.to) * MINUTE_MS);
      if (begins < ends) found.push({ from: begins, to: ends });
    }
  }
  return joined(found);
}

/** The first open instant at or after `at`; null when none of the next fourteen days has one. */
export function nextOpen(hours: WorkingHours, at: number): number | null {
  return openIntervals(hours, at, at + 14 * DAY_MS)[0]?.from ?? null;
}

function joined(intervals: readonly OpenInterval[]): readonly OpenInterval[] {
  const result: OpenInterval[] = [];
  for (const next of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    if (last !== undefined && next.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else result.push(next);
  }
  return result;
}

function offsetMs(offset: string): number {
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * minutesOf(offset.slice(1)) * MINUTE_MS;
}

/** '07:30' → 450. */
function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
