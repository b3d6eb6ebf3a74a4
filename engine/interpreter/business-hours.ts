import type { Calendar } from '../../definitions/flow/calendar.ts';
import type { Failure, Instant } from './event.ts';
import { readInstant } from './instant.ts';

/** A calendar's opening intervals in milliseconds, `[from, to)`, in order; `before`: open time before each begins. */
export interface OpeningHours {
  readonly name: string;
  readonly from: readonly Instant[];
  readonly to: readonly Instant[];
  readonly before: readonly number[];
}

/** Reads a calendar of the revision. */
export function openingHours(calendar: Calendar): OpeningHours {
  const from: Instant[] = [];
  const to: Instant[] = [];
  const before: number[] = [];
  let sum = 0;
  for (const interval of calendar.open) {
    const start = readInstant(interval.from);
    const end = readInstant(interval.to);
    if (start === null || end === null || end <= start) continue;
    from.push(start);
    to.push(end);
    before.push(sum);
    sum += end - start;
  }
  return { name: calendar.name, from, to, before };
}

/**
 * The instant at which `openMs` of open time have passed since `start`. With none to pass: `start` itself when open,
 * else the next opening. A failure when the calendar ends before that.
 */
export function afterOpenTime(hours: OpeningHours, start: Instant, openMs: number): Instant | Failure {
  const first = firstWhere(hours.to, (end) => end > start);
  const opens = hours.from[first];
  const passed = hours.before[first];
  if (opens === undefined || passed === undefined) return calendarEnds(hours);
  const alreadyOpen = passed + Math.max(0, start - opens);
  const wanted = alreadyOpen + Math.max(0, openMs);
  if (openMs <= 0) return Math.max(start, opens);
  // The last interval that begins with less open time behind it than is wanted.
  const last = firstWhere(hours.before, (sum) => sum >= wanted) - 1;
  const begins = hours.from[last];
  const ends = hours.to[last];
  const behind = hours.before[last];
  if (begins === undefined || ends === undefined || behind === undefined) return calendarEnds(hours);
  const due = begins + (wanted - behind);
  return due <= ends ? due : calendarEnds(hours);
}

function calendarEnds(hours: OpeningHours): Failure {
  return {
    code: 'calendar ends',
    message: `The calendar “${hours.name}” does not reach that far. Extend it and publish.`,
  };
}

/** First index at which the claim, false before and true after, is true. */
function firstWhere(list: readonly number[], claim: (value: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = list[middle];
    if (value !== undefined && claim(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
