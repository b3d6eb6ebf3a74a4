import { CalendarDate, epochDay } from './calendar-date.ts';
import { DateAndTime, epochNanos } from './date-and-time.ts';
import { DaysAndTime, YearsAndMonths } from './duration.ts';
import { compareNumbers } from './number.ts';
import { TimeOfDay, utcNanos } from './time-of-day.ts';
import type { FeelRange } from './range.ts';
import type { Value } from './value.ts';
import { isNumber } from './value.ts';

/**
 * Negative, zero or positive as `a` comes before, with or after `b`; null when they have no order: a null among them,
 * two kinds, or a kind that has none (DMN 1.5, table 50). Strings go by UTF-16 units, moments by their instant.
 */
export function compareValues(a: Value, b: Value): number | null {
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) : null;
  if (typeof a === 'string') return typeof b === 'string' ? sign(a, b) : null;
  if (a instanceof DateAndTime) return b instanceof DateAndTime ? sign(epochNanos(a), epochNanos(b)) : null;
  if (a instanceof CalendarDate) return b instanceof CalendarDate ? sign(epochDay(a), epochDay(b)) : null;
  if (a instanceof TimeOfDay) return b instanceof TimeOfDay ? sign(utcNanos(a), utcNanos(b)) : null;
  if (a instanceof DaysAndTime) return b instanceof DaysAndTime ? sign(a.nanos, b.nanos) : null;
  if (a instanceof YearsAndMonths) return b instanceof YearsAndMonths ? sign(a.months, b.months) : null;
  return null;
}

function sign<T extends number | bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a value lies in a range; null when it cannot be compared with an end. */
export function liesIn(value: Value, range: FeelRange): boolean | null {
  if (value === null) return null;
  if (range.lower !== null) {
    const order = compareValues(value, range.lower);
    if (order === null) return null;
    if (order < 0 || (order === 0 && !range.lowerIncluded)) return false;
  }
  if (range.upper !== null) {
    const order = compareValues(value, range.upper);
    if (order === null) return null;
    if (order > 0 || (order === 0 && !range.upperIncluded)) return false;
  }
  return true;
}
