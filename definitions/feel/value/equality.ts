import type { Budget } from '../budget.ts';
import { DateAndTime, epochNanos } from './date-and-time.ts';
import { compareValues } from './order.ts';
import { FeelRange } from './range.ts';
import { TimeOfDay, utcNanos } from './time-of-day.ts';
import type { FeelContext, Value } from './value.ts';
import { entryOf, isContext, isList, kindOf } from './value.ts';

/**
 * FEEL's `=` (DMN 1.5, table 53): null only equals null; two kinds give null; lists and contexts are equal when
 * what they hold is; instants are equal when they are the same moment, to the millisecond.
 */
export function equalValues(a: Value, b: Value, budget: Budget): boolean | null {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isList(a)) return isList(b) ? equalLists(a, b, budget) : null;
  if (kindOf(a) !== kindOf(b)) return null;
  if (typeof a === 'boolean') return false;
  if (a instanceof FeelRange) return b instanceof FeelRange && equalRanges(a, b, budget);
  if (isContext(a)) return isContext(b) && equalContexts(a, b, budget);
  if (a instanceof TimeOfDay && b instanceof TimeOfDay) return utcMillis(a) === utcMillis(b);
  if (a instanceof DateAndTime && b instanceof DateAndTime) return epochMillis(a) === epochMillis(b);
  const order = compareValues(a, b);
  return order === null ? null : order === 0;
}

const NANOS_PER_MILLI = 1_000_000;

function utcMillis(time: TimeOfDay): number {
  return Math.floor(utcNanos(time) / NANOS_PER_MILLI);
}

function epochMillis(moment: DateAndTime): bigint {
  const nanos = epochNanos(moment);
  const rest = ((nanos % BigInt(NANOS_PER_MILLI)) + BigInt(NANOS_PER_MILLI)) % BigInt(NANOS_PER_MILLI);
  return nanos - rest;
}

function equalLists(a: readonly Value[], b: readonly Value[], budget: Budget): boolean {
  if (a.length !== b.length) return false;
  budget.spend(a.length);
  return budget.nested(() => a.every((item, i) => equalValues(item, b[i] ?? null, budget) === true));
}

function equalContexts(a: FeelContext, b: FeelContext, budget: Budget): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  budget.spend(names.length);
  return budget.nested(() =>
    names.every((name) => {
      const other = entryOf(b, name);
      return other !== undefined && equalValues(a[name] ?? null, other, budget) === true;
    }),
  );
}

function equalRanges(a: FeelRange, b: FeelRange, budget: Budget): boolean {
  return (
    a.lowerIncluded === b.lowerIncluded &&
    a.upperIncluded === b.upperIncluded &&
    equalValues(a.lower, b.lower, budget) === true &&
    equalValues(a.upper, b.upper, budget) === true
  );
}
