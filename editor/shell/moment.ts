/**
 * Instants and durations as a colleague says them. All take ISO 8601 or milliseconds; the reader's zone and way of
 * writing dates apply.
 */
import {
  dayAndYearText,
  dayText,
  tenthsText,
  timeText,
  weekdayText,
  wholeText,
  zoneShortText,
} from '../words/locale.ts';
import { words } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** '40 s', '12 min', '2 h', '3 days': one unit, rounded down, never '0'. */
export function howLong(ms: number): string {
  const span = Math.abs(ms);
  const { seconds, minutes, hours, days } = words.moments;
  if (span < MINUTE) return seconds(Math.max(1, Math.floor(span / 1000)));
  if (span < HOUR) return minutes(Math.floor(span / MINUTE));
  if (span < 2 * DAY) return hours(Math.floor(span / HOUR));
  return days(Math.floor(span / DAY));
}

/** How long something took: 'at once', '0.4 s', then as `howLong`. */
export function tookWords(ms: number): string {
  if (ms < 50) return words.moments.atOnce;
  return ms < 10_000 ? words.moments.seconds(tenthsText(Math.ceil(ms / 100) / 10)) : howLong(ms);
}

/** '09:12' today, 'Mon 09:12' within six days, '3 Mar 09:12' within the year, '3 Mar 2025' before. */
export function when(iso: string, now: number): string {
  const date = new Date(iso);
  const away = Math.abs(now - date.getTime());
  if (dayText(date) === dayText(now) && away < DAY) return timeText(date);
  if (away < 6 * DAY) return `${weekdayText(date)} ${timeText(date)}`;
  if (date.getFullYear() === new Date(now).getFullYear()) return `${dayText(date)} ${timeText(date)}`;
  return dayAndYearText(date);
}

/** As `when`, with the zone in short behind a time of day: for texts behind which no whole date can stand. */
export function whenInText(iso: string, now: number): string {
  const short = when(iso, now);
  return short === dayOf(iso) ? short : words.moments.inZone(short, zoneShortText(new Date(iso)));
}

/** 'Mon 09:12'. */
export function weekdayAndTime(at: number): string {
  return `${weekdayText(at)} ${timeText(at)}`;
}

/** The whole date with its zone, for a tooltip. */
export function wholeDate(iso: string): string {
  return wholeText(new Date(iso));
}

/** '3 Mar 2025'. */
export function dayOf(iso: string): string {
  return dayAndYearText(new Date(iso));
}

/** How a due time stands now: 'late' when it has passed, 'soon' within an hour. */
export function dueState(dueAt: string, now: number): 'late' | 'soon' | 'later' {
  const left = new Date(dueAt).getTime() - now;
  if (left <= 0) return 'late';
  return left < HOUR ? 'soon' : 'later';
}

/** '12 min left', '2 h late'. */
export function timeLeft(dueAt: string, now: number): string {
  const left = new Date(dueAt).getTime() - now;
  return left <= 0 ? words.moments.late(howLong(left)) : words.moments.left(howLong(left));
}

const ISO_DURATION =
  /^-?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** 'PT2H' → '2 h', 'P1DT6H' → '1 day 6 h'; null when the text is no ISO 8601 duration. */
export function durationWords(iso: string): string | null {
  const match = ISO_DURATION.exec(iso);
  if (match === null || iso.endsWith('P') || iso.endsWith('T')) return null;
  const units = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'] as const;
  const parts = units.flatMap((unit, place) => {
    const count = match[place + 1];
    return count === undefined ? [] : [words.moments[unit](Number(count))];
  });
  return parts.length === 0 ? null : parts.join(' ');
}

/** An instant as the browser's own field writes it, in the reader's zone: '2026-03-01T09:00'. */
export function localMinute(iso: string): string {
  const date = new Date(iso);
  if (iso === '' || Number.isNaN(date.getTime())) return '';
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
