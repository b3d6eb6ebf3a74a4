import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Wait } from '../../definitions/flow/wait.ts';
import { afterOpenTime, openingHours } from './business-hours.ts';
import type { Failure, Instant } from './event.ts';
import { readDuration, readInstant } from './instant.ts';
import { linkExpression, noteFailure, type Linker } from './linker.ts';

/** When a wait is over, counted from `now`. Null: never, no timer is set. */
export type Due = (variables: JsonObject, now: Instant) => Instant | null | Failure;

export function linkWait(linker: Linker, wait: Wait): Due {
  const length = linkExpression(linker, wait.kind === 'until' ? wait.at : wait.for);
  if (wait.kind === 'until') {
    return (variables, now) => {
      const value = length.evaluate(variables, now);
      if (value === null) return null;
      const instant = typeof value === 'string' ? readInstant(value) : null;
      return instant === null ? notA('date and time', value) : Math.max(now, instant);
    };
  }
  const ended = durationFrom(linker, wait);
  return (variables, now) => {
    const value = length.evaluate(variables, now);
    if (value === null) return null;
    const ms = typeof value === 'string' ? readDuration(value) : null;
    return ms === null ? notA('duration of days and time', value) : ended(now, Math.max(0, ms));
  };
}

/** A due instant out of a date and time, or a duration from now. Null and what is neither: no due time, a failure. */
export function dueFrom(value: Json, now: Instant): Instant | null | Failure {
  if (value === null) return null;
  if (typeof value !== 'string') return notA('date and time or duration', value);
  const ms = readDuration(value);
  return ms === null ? (readInstant(value) ?? notA('date and time or duration', value)) : now + ms;
}

function durationFrom(
  linker: Linker,
  wait: Exclude<Wait, { kind: 'until' }>,
): (now: Instant, ms: number) => Instant | Failure {
  if (wait.kind === 'duration') return (now, ms) => now + ms;
  const calendar = linker.revision.calendars[wait.calendar];
  if (calendar === undefined) {
    noteFailure(
      linker,
      'unknown calendar',
      `No calendar ${wait.calendar} in this revision. Choose another and publish.`,
    );
    return (now) => now;
  }
  const hours = openingHours(calendar);
  return (now, ms) => afterOpenTime(hours, now, ms);
}

/** The value's kind is said, never the value: it may be anything. */
function notA(wanted: string, value: Json): Failure {
  const found = Array.isArray(value) ? 'list' : typeof value;
  return {
    code: 'wrong value',
    message: `A ${wanted} was wanted; the expression gave another value (${found}).`,
  };
}
