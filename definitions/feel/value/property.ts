import { CalendarDate, weekday } from './calendar-date.ts';
import { DateAndTime } from './date-and-time.ts';
import { DaysAndTime, daysAndTimeParts, SECOND, YearsAndMonths } from './duration.ts';
import { divide } from './number.ts';
import { FeelRange } from './range.ts';
import { NANOS_PER_SECOND, TimeOfDay } from './time-of-day.ts';
import type { Value } from './value.ts';

const TIME_PARTS = {
  hour: 'number',
  minute: 'number',
  second: 'number',
  'time offset': 'days and time duration',
  timezone: 'string',
} as const;

/** The parts that values of time and ranges have beside their kind (DMN 1.5, table 65), with the type of each part. */
export const PROPERTIES = {
  date: { year: 'number', month: 'number', day: 'number', weekday: 'number' },
  time: TIME_PARTS,
  'date and time': { year: 'number', month: 'number', day: 'number', weekday: 'number', ...TIME_PARTS },
  'days and time duration': { days: 'number', hours: 'number', minutes: 'number', seconds: 'number' },
  'years and months duration': { years: 'number', months: 'number' },
  range: { start: 'any', end: 'any', 'start included': 'boolean', 'end included': 'boolean' },
} as const;

/** The named part; undefined if this kind of value has none of that name. */
export function propertyOf(value: Value, name: string): Value | undefined {
  if (value instanceof DateAndTime) return dateProperty(value.date, name) ?? timeProperty(value.time, name);
  if (value instanceof CalendarDate) return dateProperty(value, name);
  if (value instanceof TimeOfDay) return timeProperty(value, name);
  if (value instanceof DaysAndTime) return daysAndTimeProperty(value, name);
  if (value instanceof YearsAndMonths) {
    if (name === 'years') return Math.trunc(value.months / 12) + 0;
    return name === 'months' ? (value.months % 12) + 0 : undefined;
  }
  return value instanceof FeelRange ? rangeProperty(value, name) : undefined;
}

function dateProperty(date: CalendarDate, name: string): Value | undefined {
  switch (name) {
    case 'year':
      return date.year;
    case 'month':
      return date.month;
    case 'day':
      return date.day;
    case 'weekday':
      return weekday(date);
    default:
      return undefined;
  }
}

function timeProperty({ nanos, offset, zone }: TimeOfDay, name: string): Value | undefined {
  const seconds = Math.floor(nanos / NANOS_PER_SECOND);
  switch (name) {
    case 'hour':
      return Math.floor(seconds / 3600);
    case 'minute':
      return Math.floor(seconds / 60) % 60;
    case 'second':
      return divide(nanos % (60 * NANOS_PER_SECOND), NANOS_PER_SECOND);
    case 'time offset':
      return offset === null ? null : new DaysAndTime(BigInt(offset) * SECOND);
    case 'timezone':
      return zone;
    default:
      return undefined;
  }
}

function daysAndTimeProperty(duration: DaysAndTime, name: string): Value | undefined {
  const parts = daysAndTimeParts(duration);
  const sign = duration.nanos < 0n ? -1 : 1;
  switch (name) {
    case 'days':
      return parts.days * sign + 0;
    case 'hours':
      return parts.hours * sign + 0;
    case 'minutes':
      return parts.minutes * sign + 0;
    case 'seconds':
      return divide((parts.seconds * NANOS_PER_SECOND + parts.nanos) * sign, NANOS_PER_SECOND);
    default:
      return undefined;
  }
}

function rangeProperty(range: FeelRange, name: string): Value | undefined {
  switch (name) {
    case 'start':
      return range.lower;
    case 'end':
      return range.upper;
    case 'start included':
      return range.lowerIncluded;
    case 'end included':
      return range.upperIncluded;
    default:
      return undefined;
  }
}
