import { zoneRules } from '../zone/zone-rules.ts';
import { two } from './calendar-date.ts';

export const NANOS_PER_SECOND = 1_000_000_000;
export const NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;

/**
 * A FEEL time: nanoseconds since midnight, with the offset from UTC in seconds, or null for a local time
 * (DMN 1.5, 10.3.2.3.5). A local time is compared as if it were UTC.
 */
export class TimeOfDay {
  readonly nanos: number;
  readonly offset: number | null;
  /** The name of the time zone that the offset follows from, if one was named. */
  readonly zone: string | null;

  constructor(nanos: number, offset: number | null, zone: string | null = null) {
    this.nanos = nanos;
    this.offset = offset;
    this.zone = zone;
  }
}

const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d(?::\d\d)?|@.+)?$/;
const FARTHEST_OFFSET = 14 * 3600;

/**
 * Reads `09:30:00`, with a fraction, `Z`, a numeric offset or the name of a zone (`@Europe/Paris`); null otherwise.
 * Without a date a named zone's offset is that of the epoch.
 */
export function parseTime(text: string): TimeOfDay | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const zone = namedZone(match[5]);
  const offset = zone === null ? parseOffset(match[5]) : zoneRules(zone)?.offsetAt(0);
  if (offset === undefined) return null;
  const nanos = Number((match[4] ?? '').padEnd(9, '0'));
  const time = timeOf(Number(match[1]), Number(match[2]), Number(match[3]), nanos, offset);
  return time && new TimeOfDay(time.nanos, time.offset, zone);
}

function namedZone(text: string | undefined): string | null {
  return text?.startsWith('@') === true && text !== '@Z' ? text.slice(1) : null;
}

/** The time, or null if a part is out of range. `offset` in seconds from UTC, null for local. */
export function timeOf(
  hour: number,
  minute: number,
  second: number,
  nanos: number,
  offset: number | null,
): TimeOfDay | null {
  const inRange =
    within(hour, 23) && within(minute, 59) && within(second, 59) && within(nanos, NANOS_PER_SECOND - 1);
  if (!inRange || (offset !== null && Math.abs(offset) > FARTHEST_OFFSET)) return null;
  return new TimeOfDay((hour * 3600 + minute * 60 + second) * NANOS_PER_SECOND + nanos, offset);
}

function within(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

/** Whether a text names a time zone. */
export function namesZone(text: string): boolean {
  return /@[A-Za-z]/.test(text);
}

function parseOffset(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  if (text === 'Z' || text === '@Z') return 0;
  const match = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (!match) return undefined;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  if (Number(match[3]) > 59 || Number(match[4] ?? 0) > 59) return undefined;
  return match[1] === '-' ? 0 - seconds : seconds;
}

export function formatTime({ nanos, offset, zone }: TimeOfDay): string {
  const seconds = Math.floor(nanos / NANOS_PER_SECOND);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return (
    clock + formatFraction(nanos % NANOS_PER_SECOND) + (zone === null ? formatOffset(offset) : `@${zone}`)
  );
}

/** `.5` for half a second in nanoseconds, nothing for none. */
export function formatFraction(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
}

function formatOffset(offset: number | null): string {
  if (offset === null) return '';
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

/** Nanoseconds since midnight in UTC, for comparing; may lie before or after the day. */
export function utcNanos({ nanos, offset }: TimeOfDay): number {
  return nanos - (offset ?? 0) * NANOS_PER_SECOND;
}
