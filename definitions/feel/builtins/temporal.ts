import type { FeelType } from '../type/feel-type.ts';
import { NUMBER, STRING } from '../type/feel-type.ts';
import { CalendarDate, dateOf, epochDay, parseDate, weekday } from '../value/calendar-date.ts';
import { DateAndTime, momentOfMs, parseDateAndTime } from '../value/date-and-time.ts';
import { DaysAndTime, parseDuration, SECOND, YearsAndMonths } from '../value/duration.ts';
import { multiply, wholeNumber } from '../value/number.ts';
import type { FeelNumber } from '../value/number.ts';
import { namesZone, NANOS_PER_SECOND, parseTime, TimeOfDay, timeOf } from '../value/time-of-day.ts';
import type { Value } from '../value/value.ts';
import { numberAt, stringAt, valueAt } from './arguments.ts';
import type { Builtins, CallContext, Signature } from './builtin.ts';
import { optional, parameter, signature } from './builtin.ts';

const DATE: FeelType = { type: 'date' };
const TIME: FeelType = { type: 'time' };
const DATE_AND_TIME: FeelType = { type: 'date and time' };
const DAYS: FeelType = { type: 'days and time duration' };
const MONTHS: FeelType = { type: 'years and months duration' };
const CLOCK = [
  parameter('hour', NUMBER),
  parameter('minute', NUMBER),
  parameter('second', NUMBER),
  { ...optional('offset', DAYS), nullable: true },
];

/** Values of time: made, and asked for their place in the calendar (DMN 1.5, 10.3.4.1, 10.3.4.7 and 10.3.4.8). */
export const temporalBuiltins: Builtins = {
  date: [
    signature([parameter('from', STRING, DATE, DATE_AND_TIME)], DATE, (args, context) => {
      const from = valueAt(args, 0);
      if (from instanceof DateAndTime) return from.date;
      return from instanceof CalendarDate ? from : read(from, parseDate, context);
    }),
    signature(
      [parameter('year', NUMBER), parameter('month', NUMBER), parameter('day', NUMBER)],
      DATE,
      (args) => dateFrom(args),
    ),
  ],
  time: [
    signature([parameter('from', STRING, TIME, DATE_AND_TIME, DATE)], TIME, (args, context) => {
      const from = valueAt(args, 0);
      if (from instanceof TimeOfDay) return from;
      if (from instanceof CalendarDate) return new TimeOfDay(0, 0);
      return from instanceof DateAndTime ? from.time : read(from, parseTime, context);
    }),
    signature(CLOCK, TIME, (args) => timeFrom(args)),
  ],
  'date and time': [
    signature([parameter('from', STRING, DATE_AND_TIME, DATE)], DATE_AND_TIME, (args, context) => {
      const from = valueAt(args, 0);
      if (from instanceof CalendarDate) return new DateAndTime(from, new TimeOfDay(0, 0));
      return from instanceof DateAndTime ? from : read(from, parseDateAndTime, context);
    }),
    signature([parameter('date', DATE, DATE_AND_TIME), parameter('time', TIME)], DATE_AND_TIME, (args) => {
      const [date, time] = args;
      const day = date instanceof DateAndTime ? date.date : date;
      return day instanceof CalendarDate && time instanceof TimeOfDay ? new DateAndTime(day, time) : null;
    }),
    signature(
      [parameter('year', NUMBER), parameter('month', NUMBER), parameter('day', NUMBER), ...CLOCK],
      DATE_AND_TIME,
      (args) => {
        const date = dateFrom(args);
        const time = timeFrom(args.slice(3));
        return date && time && new DateAndTime(date, time);
      },
    ),
  ],
  duration: [
    signature(
      [parameter('from', STRING, DAYS, MONTHS)],
      ([from]) => (from?.type === DAYS.type || from?.type === MONTHS.type ? from : { type: 'any' }),
      (args, context) => {
        const from = valueAt(args, 0);
        return typeof from === 'string' ? read(from, parseDuration, context) : from;
      },
    ),
  ],
  'years and months duration': [
    signature(
      [parameter('from', DATE, DATE_AND_TIME), parameter('to', DATE, DATE_AND_TIME)],
      MONTHS,
      ([from, to]) => monthsBetween(from ?? null, to ?? null),
    ),
  ],
  now: [signature([], DATE_AND_TIME, (_args, { now }) => momentOfMs(now))],
  today: [signature([], DATE, (_args, { now }) => momentOfMs(now)?.date ?? null)],
  'day of year': calendar(NUMBER, (date) => epochDay(date) - epochDay(new CalendarDate(date.year, 1, 1)) + 1),
  'day of week': calendar(STRING, (date) => DAY_NAMES[weekday(date) - 1] ?? null),
  'month of year': calendar(STRING, (date) => MONTH_NAMES[date.month - 1] ?? null),
  'week of year': calendar(NUMBER, weekOfYear),
};

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function calendar(result: FeelType, answer: (date: CalendarDate) => Value): readonly Signature[] {
  return [
    signature([parameter('date', DATE, DATE_AND_TIME)], result, ([from]) => {
      const date = from instanceof DateAndTime ? from.date : from;
      return date instanceof CalendarDate ? answer(date) : null;
    }),
  ];
}

/** ISO 8601: the week of the year that holds the date's Thursday. */
function weekOfYear(date: CalendarDate): number {
  const thursday = epochDay(date) - weekday(date) + 4;
  const january4 = (year: number): number => epochDay(new CalendarDate(year, 1, 4));
  const firstThursday = (year: number): number => january4(year) - weekday(new CalendarDate(year, 1, 4)) + 4;
  const year =
    [date.year + 1, date.year].find((candidate) => firstThursday(candidate) <= thursday) ?? date.year - 1;
  return Math.round((thursday - firstThursday(year)) / 7) + 1;
}

function read(text: Value, parse: (text: string) => Value, { warn }: CallContext): Value {
  const source = stringAt([text], 0);
  const value = parse(source);
  if (value === null) {
    warn(
      namesZone(source)
        ? 'There is no time zone of that name.'
        : 'A text could not be read as a value of time.',
    );
  }
  return value;
}

function dateFrom(args: readonly Value[]): CalendarDate | null {
  return dateOf(whole(numberAt(args, 0)), whole(numberAt(args, 1)), whole(numberAt(args, 2)));
}

function timeFrom(args: readonly Value[]): TimeOfDay | null {
  const offset = valueAt(args, 3);
  const seconds = offset instanceof DaysAndTime ? Number(offset.nanos / SECOND) : null;
  const nanos = wholeNumber(multiply(numberAt(args, 2), NANOS_PER_SECOND));
  if (nanos === null) return null;
  const second = Math.floor(nanos / NANOS_PER_SECOND);
  return timeOf(
    whole(numberAt(args, 0)),
    whole(numberAt(args, 1)),
    second,
    nanos - second * NANOS_PER_SECOND,
    seconds,
  );
}

function whole(value: FeelNumber): number {
  return wholeNumber(value) ?? NaN;
}

/** Whole months from one day to another, cut towards zero; the time of day plays no part. */
function monthsBetween(from: Value, to: Value): YearsAndMonths | null {
  const start = from instanceof DateAndTime ? from.date : from;
  const end = to instanceof DateAndTime ? to.date : to;
  if (!(start instanceof CalendarDate) || !(end instanceof CalendarDate)) return null;
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const within = end.day - start.day;
  if (months > 0 && within < 0) return new YearsAndMonths(months - 1);
  return new YearsAndMonths(months < 0 && within > 0 ? months + 1 : months);
}
