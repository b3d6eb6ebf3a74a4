import { CalendarDate, dateOfEpochDay, epochDay, formatDate, parseDate } from './calendar-date.ts';
import { SECOND } from './duration.ts';
import { formatTime, NANOS_PER_DAY, parseTime, TimeOfDay } from './time-of-day.ts';

/** A FEEL date and time (DMN 1.5, 10.3.2.3.6). Without an offset it is compared as if it were UTC. */
export class DateAndTime {
  readonly date: CalendarDate;
  readonly time: TimeOfDay;

  constructor(date: CalendarDate, time: TimeOfDay) {
    this.date = date;
    this.time = time;
  }
}

/** Reads `2026-03-01T09:30:00Z`; a mere date is its midnight without offset; null otherwise. */
export function parseDateAndTime(text: string): DateAndTime | null {
  const split = text.indexOf('T');
  const date = parseDate(split < 0 ? text : text.slice(0, split));
  const time = split < 0 ? new TimeOfDay(0, null) : parseTime(text.slice(split + 1));
  return date && time ? new DateAndTime(date, time) : null;
}

export function formatDateAndTime({ date, time }: DateAndTime): string {
  return `${formatDate(date)}T${formatTime(time)}`;
}

const DAY = BigInt(NANOS_PER_DAY);

/** Nanoseconds since 1970-01-01T00:00:00Z. */
export function epochNanos({ date, time }: DateAndTime): bigint {
  return BigInt(epochDay(date)) * DAY + BigInt(time.nanos) - BigInt(time.offset ?? 0) * SECOND;
}

/** The moment so many nanoseconds after the epoch, told in the given offset; null beyond the calendar. */
export function momentOf(nanos: bigint, offset: number | null): DateAndTime | null {
  const local = nanos + BigInt(offset ?? 0) * SECOND;
  const timeOfDay = ((local % DAY) + DAY) % DAY;
  const date = dateOfEpochDay(Number((local - timeOfDay) / DAY));
  return date && new DateAndTime(date, new TimeOfDay(Number(timeOfDay), offset));
}

/** A clock's milliseconds since the epoch, in UTC. */
export function momentOfMs(ms: number): DateAndTime | null {
  return Number.isSafeInteger(Math.trunc(ms)) ? momentOf(BigInt(Math.trunc(ms)) * 1_000_000n, 0) : null;
}

/** Midnight of a date in UTC. */
export function midnight(date: CalendarDate): DateAndTime {
  return new DateAndTime(date, new TimeOfDay(0, 0));
}
