import { CalendarDate, formatDate, parseDate } from './calendar-date.ts';
import { DateAndTime, formatDateAndTime, parseDateAndTime } from './date-and-time.ts';
import {
  DaysAndTime,
  formatDaysAndTime,
  formatYearsAndMonths,
  parseDaysAndTime,
  parseYearsAndMonths,
  YearsAndMonths,
} from './duration.ts';
import { formatTime, parseTime, TimeOfDay } from './time-of-day.ts';
import type { Value } from './value.ts';

/** Values of time, by their names in FEEL. */
export type TemporalKind =
  'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';
export type Temporal = CalendarDate | TimeOfDay | DateAndTime | DaysAndTime | YearsAndMonths;

const READERS: { readonly [K in TemporalKind]: (text: string) => Temporal | null } = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateAndTime,
  'days and time duration': parseDaysAndTime,
  'years and months duration': parseYearsAndMonths,
};

/** Whether a type's name is that of a value of time. */
export function isTemporalKind(name: string): name is TemporalKind {
  return Object.hasOwn(READERS, name);
}

/** The value that an ISO 8601 text spells as this kind; null if it spells none. */
export function readTemporal(text: string, kind: TemporalKind): Temporal | null {
  return READERS[kind](text);
}

/** What `@"…"` spells, of whatever kind; null if nothing (DMN 1.5, grammar rule 62). */
export function readAtLiteral(
  text: string,
): { readonly kind: TemporalKind; readonly value: Temporal } | null {
  const kinds: readonly TemporalKind[] = [
    'date',
    'date and time',
    'time',
    'years and months duration',
    'days and time duration',
  ];
  for (const kind of kinds) {
    const value = readTemporal(text, kind);
    if (value) return { kind, value };
  }
  return null;
}

/** ISO 8601 for a value of time; undefined for any other. */
export function writeTemporal(value: Value): string | undefined {
  if (value instanceof DateAndTime) return formatDateAndTime(value);
  if (value instanceof CalendarDate) return formatDate(value);
  if (value instanceof TimeOfDay) return formatTime(value);
  if (value instanceof DaysAndTime) return formatDaysAndTime(value);
  if (value instanceof YearsAndMonths) return formatYearsAndMonths(value);
  return undefined;
}
