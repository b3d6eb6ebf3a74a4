import type { Instant } from './event.ts';

const INSTANT =
  /^([+-]?\d{4,6})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?$/;
const DURATION = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,9}))?S)?)?$/;

/** Latest instant that a `Date` holds (ECMAScript 21.4.1.1); what lies beyond is no instant. */
const LATEST = 8.64e15;

/**
 * An ISO 8601 date, or date and time, as an instant. Without an offset it is read as UTC, a date as its midnight.
 * Null when it is none.
 */
export function readInstant(text: string): Instant | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const moment = new Date(0);
  moment.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (moment.getUTCMonth() !== Number(month) - 1 || moment.getUTCDate() !== Number(day)) return null;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 59) return null;
  const inDay = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + millis(fraction);
  const instant = moment.getTime() + inDay - offsetMs(zone);
  return Math.abs(instant) <= LATEST ? instant : null;
}

/** A days and time duration (XML Schema `dayTimeDuration`) in milliseconds. Null when it is none. */
export function readDuration(text: string): number | null {
  const match = DURATION.exec(text);
  if (match === null || /[PT]$/.test(text)) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const minutesInAll = (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
  const ms = (minutesInAll * 60 + Number(seconds)) * 1000 + millis(fraction);
  return sign === '-' ? -ms : ms;
}

function offsetMs(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * 60_000;
}

/** Nanosecond digits are cut, not rounded, to milliseconds. */
function millis(fraction: string): number {
  return Number(fraction.padEnd(3, '0').slice(0, 3));
}
