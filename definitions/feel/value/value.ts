import { CalendarDate } from './calendar-date.ts';
import { DateAndTime } from './date-and-time.ts';
import { DaysAndTime, YearsAndMonths } from './duration.ts';
import type { FeelNumber } from './number.ts';
import { isDecimal } from './number.ts';
import { FeelFunction } from './function.ts';
import { FeelRange } from './range.ts';
import { TimeOfDay } from './time-of-day.ts';

/** What an expression computes with. JSON values are values as they stand. */
export type Value =
  | null
  | boolean
  | string
  | FeelNumber
  | CalendarDate
  | TimeOfDay
  | DateAndTime
  | DaysAndTime
  | YearsAndMonths
  | FeelRange
  | FeelFunction
  | readonly Value[]
  | FeelContext;

/** Entries by name, own properties only. */
export interface FeelContext {
  readonly [name: string]: Value;
}

/** The kinds of values, by their names in DMN 1.5, 10.3.1. */
export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'list'
  | 'context'
  | 'range'
  | 'function';

/** What kind a value is of. */
export function kindOf(value: Value): Kind {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (isList(value)) return 'list';
  if (isDecimal(value)) return 'number';
  if (value instanceof CalendarDate) return 'date';
  if (value instanceof TimeOfDay) return 'time';
  if (value instanceof DateAndTime) return 'date and time';
  if (value instanceof DaysAndTime) return 'days and time duration';
  if (value instanceof YearsAndMonths) return 'years and months duration';
  if (value instanceof FeelRange) return 'range';
  if (value instanceof FeelFunction) return 'function';
  return 'context';
}

/** `Array.isArray` that leaves the items their type. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isNumber(value: Value): value is FeelNumber {
  return typeof value === 'number' || isDecimal(value);
}

export function isContext(value: Value): value is FeelContext {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype || kindOf(value) === 'context';
}

/** An entry's value; undefined if there is none of that name. */
export function entryOf(context: FeelContext, name: string): Value | undefined {
  return Object.hasOwn(context, name) ? context[name] : undefined;
}

/** A context of these entries; of two with one name the later counts. Safe for names like `__proto__`. */
export function contextOf(entries: Iterable<readonly [string, Value]>): FeelContext {
  return Object.fromEntries(entries);
}
