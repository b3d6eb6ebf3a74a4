import { MAX_STRING } from '../limits.ts';
import { addMonths, CalendarDate, dateOfEpochDay, epochDay } from './calendar-date.ts';
import { DateAndTime, epochNanos, midnight, momentOf } from './date-and-time.ts';
import { DaysAndTime, YearsAndMonths } from './duration.ts';
import { add, divide, multiply, power, ratio, scaled, subtract } from './number.ts';
import { NANOS_PER_DAY, TimeOfDay, utcNanos } from './time-of-day.ts';
import type { Value } from './value.ts';
import { isNumber } from './value.ts';

export type Operator = '+' | '-' | '*' | '/' | '**';

/**
 * What two values come to (DMN 1.5, tables 54 to 61): numbers, strings joined by `+`, dates and times with
 * durations. Null when the operation has no result, or is not there for these kinds.
 */
export function calculate(operator: Operator, a: Value, b: Value): Value {
  switch (operator) {
    case '+':
      return plus(a, b);
    case '-':
      return minus(a, b);
    case '*':
      return times(a, b);
    case '/':
      return over(a, b);
    case '**':
      return isNumber(a) && isNumber(b) ? power(a, b) : null;
  }
}

function plus(a: Value, b: Value): Value {
  if (isNumber(a)) return isNumber(b) ? add(a, b) : null;
  if (typeof a === 'string') {
    return typeof b === 'string' && a.length + b.length <= MAX_STRING ? a + b : null;
  }
  if (a instanceof DaysAndTime && b instanceof DaysAndTime) return new DaysAndTime(a.nanos + b.nanos);
  if (a instanceof YearsAndMonths && b instanceof YearsAndMonths) return monthsOf(a.months + b.months);
  if (a instanceof DaysAndTime) return shifted(b, a.nanos);
  if (a instanceof YearsAndMonths) return shiftedMonths(b, a.months);
  if (b instanceof DaysAndTime) return shifted(a, b.nanos);
  if (b instanceof YearsAndMonths) return shiftedMonths(a, b.months);
  return null;
}

function minus(a: Value, b: Value): Value {
  if (isNumber(a)) return isNumber(b) ? subtract(a, b) : null;
  if (b instanceof DaysAndTime)
    return a instanceof DaysAndTime ? new DaysAndTime(a.nanos - b.nanos) : shifted(a, -b.nanos);
  if (b instanceof YearsAndMonths) {
    return a instanceof YearsAndMonths ? monthsOf(a.months - b.months) : shiftedMonths(a, 0 - b.months);
  }
  if (a instanceof TimeOfDay && b instanceof TimeOfDay) {
    return (a.offset === null) === (b.offset === null)
      ? new DaysAndTime(BigInt(utcNanos(a) - utcNanos(b)))
      : null;
  }
  return elapsed(a, b);
}

/** From one moment to another. A date counts as its midnight in UTC; with an offset on one side only there is no answer. */
function elapsed(later: Value, earlier: Value): Value {
  if (later instanceof CalendarDate && earlier instanceof CalendarDate) {
    return new DaysAndTime(BigInt(epochDay(later) - epochDay(earlier)) * BigInt(NANOS_PER_DAY));
  }
  const a = later instanceof CalendarDate ? midnight(later) : later;
  const b = earlier instanceof CalendarDate ? midnight(earlier) : earlier;
  if (!(a instanceof DateAndTime) || !(b instanceof DateAndTime)) return null;
  if ((a.time.offset === null) !== (b.time.offset === null)) return null;
  return new DaysAndTime(epochNanos(a) - epochNanos(b));
}

function shifted(moment: Value, nanos: bigint): Value {
  if (moment instanceof DateAndTime)
    return momentOf(epochNanos(moment) + nanos, moment.time.offset, moment.time.zone);
  const day = BigInt(NANOS_PER_DAY);
  if (moment instanceof CalendarDate) {
    // A date stays a date: the whole days that its midnight moves by, rounded towards the past.
    const rest = ((nanos % day) + day) % day;
    return dateOfEpochDay(epochDay(moment) + Number((nanos - rest) / day));
  }
  if (moment instanceof TimeOfDay) {
    const sum = (((BigInt(moment.nanos) + nanos) % day) + day) % day;
    return new TimeOfDay(Number(sum), moment.offset, moment.zone);
  }
  return null;
}

function shiftedMonths(moment: Value, months: number): Value {
  if (moment instanceof CalendarDate) return addMonths(moment, months);
  if (!(moment instanceof DateAndTime)) return null;
  const date = addMonths(moment.date, months);
  return date && new DateAndTime(date, moment.time);
}

function times(a: Value, b: Value): Value {
  if (isNumber(a)) {
    if (isNumber(b)) return multiply(a, b);
    return b instanceof DaysAndTime || b instanceof YearsAndMonths ? times(b, a) : null;
  }
  if (!isNumber(b)) return null;
  if (a instanceof DaysAndTime) return nanosOf(scaled(a.nanos, b, 'times'));
  if (a instanceof YearsAndMonths) return monthsOf(Number(scaled(BigInt(a.months), b, 'times') ?? NaN));
  return null;
}

function over(a: Value, b: Value): Value {
  if (isNumber(a)) return isNumber(b) ? divide(a, b) : null;
  if (a instanceof DaysAndTime) {
    if (b instanceof DaysAndTime) return b.nanos === 0n ? null : ratio(a.nanos, b.nanos);
    return isNumber(b) ? nanosOf(scaled(a.nanos, b, 'over')) : null;
  }
  if (a instanceof YearsAndMonths) {
    if (b instanceof YearsAndMonths) return divide(a.months, b.months);
    return isNumber(b) ? monthsOf(Number(scaled(BigInt(a.months), b, 'over') ?? NaN)) : null;
  }
  return null;
}

function nanosOf(nanos: bigint | null): DaysAndTime | null {
  return nanos === null ? null : new DaysAndTime(nanos);
}

function monthsOf(months: number): YearsAndMonths | null {
  return Number.isSafeInteger(months) ? new YearsAndMonths(months) : null;
}

/** The value with its sign turned; null if it has none. */
export function negated(value: Value): Value {
  return times(value, -1);
}
