import { zoneRules } from '../zone/zone-rules.ts';
import { CalendarDate, dateOfEpochDay, epochDay, formatDate, parseDate } from './calendar-date.ts';
import { SECOND } from './duration.ts';
import { formatTime, NANOS_PER_DAY, NANOS_PER_SECOND, parseTime, TimeOfDay } from './time-of-day.ts';

/** A FEEL date and time (DMN 1.5, 10.3.2.3.6). Without an offset it is compared as if it were UTC. */
export class DateAndTime {
  readonly date: CalendarDate;
  readonly time: TimeOfDay;

  constructor(date: CalendarDate, time: TimeOfDay) {
    this.date = date;
    this.time = time.zone === null ? time : zoned(date, time, time.zone);
  }
}

/** The time with the offset that its zone has on that day. */
function zoned(date: CalendarDate, { nanos, offset }: TimeOfDay, zone: string): TimeOfDay {
  const clock = epochDay(date) * 86_400 + Math.floor(nanos / NANOS_PER_SECOND);
  return new TimeOfDay(nanos, zoneRules(zone)?.offsetWhen(clock) ?? offset, zone);
}

/**
 * Reads `2026-03-01T09:30:00Z`; a mere date is its midnight without offset, `24:00:00` the midnight after (ISO 8601);
 * null otherwise.
 */
export function parseDateAndTime(text: string): DateAndTime | null {
  const split = text.indexOf('T');
  const date = parseDate(split < 0 ? text : text.slice(0, split));
  const clock = split < 0 ? '00:00:00' : text.slice(split + 1);
  const isEndOfDay = END_OF_DAY.test(clock);
  const time = parseTime(isEndOfDay ? clock.replace('24', '00') : clock);
  const day = date && isEndOfDay ? dateOfEpochDay(epochDay(date) + 1) : date;
  return day && time ? new DateAndTime(day, time) : null;
}

const END_OF_DAY = /^24:00:00(?:\.0+)?(?!\d|\.)/;

export function formatDateAndTime({ date, time }: DateAndTime): string {
  return `${formatDate(date)}T${formatTime(time)}`;
}

const DAY = BigInt(NANOS_PER_DAY);

/** Nanoseconds since 1970-01-01T00:00:00Z. */
export function epochNanos({ date, time }: DateAndTime): bigint {
  return BigInt(epochDay(date)) * DAY + BigInt(time.nanos) - BigInt(time.offset ?? 0) * SECOND;
}

/**
 * The moment so many nanoseconds after the epoch, told in the given offset, or in that of the zone then; null beyond
 * the calendar.
 */
export function momentOf(
  nanos: bigint,
  offset: number | null,
  zone: string | null = null,
): DateAndTime | null {
  const there = zone === null ? offset : (zoneRules(zone)?.offsetAt(Number(nanos / SECOND)) ?? offset);
  const local = nanos + BigInt(there ?? 0) * SECOND;
  const timeOfDay = ((local % DAY) + DAY) % DAY;
  const date = dateOfEpochDay(Number((local - timeOfDay) / DAY));
  return date && new DateAndTime(date, new TimeOfDay(Number(timeOfDay), there, zone));
}

/** A clock's milliseconds since the epoch, in UTC. */
export function momentOfMs(ms: number): DateAndTime | null {
  return Number.isSafeInteger(Math.trunc(ms)) ? momentOf(BigInt(Math.trunc(ms)) * 1_000_000n, 0) : null;
}

/** Midnight of a date in UTC. */
export function midnight(date: CalendarDate): DateAndTime {
  return new DateAndTime(date, new TimeOfDay(0, 0));
}
