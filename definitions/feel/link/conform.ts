import type { TypePlan } from '../check/plan.ts';
import { nameOf } from '../type/feel-type.ts';
import { isOfType } from '../type/runtime-type.ts';
import { CalendarDate } from '../value/calendar-date.ts';
import { DateAndTime } from '../value/date-and-time.ts';
import { TimeOfDay } from '../value/time-of-day.ts';
import type { Value } from '../value/value.ts';
import { contextOf, entryOf, isContext, isList } from '../value/value.ts';
import type { Evaluator, Frame, Link, PlanOf } from './frame.ts';
import { nothing } from './frame.ts';
import { linkCell } from './tests.ts';

/** The value as one of the type, after the implicit conversions of DMN 1.5, 10.3.2.9.4; null if it is none. */
export function linkConform({ of, to }: PlanOf<'conform'>, link: Link): Evaluator {
  const evaluate = link(of);
  const conform = linkType(to, link);
  return (frame) => {
    const value = evaluate(frame);
    if (value === null) return null;
    const found = conform(converted(value, to), frame);
    return found === undefined
      ? nothing(frame, `A value is no ${nameOf(to.type)} of the kind wanted here.`)
      : found;
  };
}

/** The value, with what is within it as wanted; undefined if it is not of the type. */
type Conform = (value: Value, frame: Frame) => Value | undefined;

function linkType({ type, allowed, of, fields }: TypePlan, link: Link): Conform {
  const passes = allowed && linkCell(allowed.cell, link, allowed.slot);
  const item = of && linkType(of, link);
  const entries = Object.entries(fields ?? {}).map(([name, field]) => [name, linkType(field, link)] as const);
  return (value, frame) => {
    if (value === null) return null;
    if (passes && !passes(value, frame)) return undefined;
    if (type.type === 'list' && item) return isList(value) ? allOf(value, item, frame) : undefined;
    if (type.type === 'context' && entries.length > 0) return entriesOf(value, entries, frame);
    return isOfType(value, type) ? value : undefined;
  };
}

function allOf(list: readonly Value[], conform: Conform, frame: Frame): Value | undefined {
  frame.budget.spend(list.length);
  const items: Value[] = [];
  for (const item of list) {
    const found = conform(item, frame);
    if (found === undefined) return undefined;
    items.push(found);
  }
  return items;
}

function entriesOf(
  value: Value,
  entries: readonly (readonly [string, Conform])[],
  frame: Frame,
): Value | undefined {
  if (!isContext(value)) return undefined;
  const conformed = new Map(Object.entries(value));
  for (const [name, conform] of entries) {
    const entry = entryOf(value, name);
    if (entry === undefined) return undefined;
    const found = conform(entry, frame);
    if (found === undefined) return undefined;
    conformed.set(name, found);
  }
  return contextOf(conformed);
}

function converted(value: Value, { type, of }: TypePlan): Value {
  if (type.type === 'list') return isList(value) ? value : [value];
  const [only] = isList(value) && value.length === 1 ? value : [];
  const single = only ?? value;
  // A date is its midnight in UTC.
  if (type.type === 'date and time' && single instanceof CalendarDate)
    return new DateAndTime(single, new TimeOfDay(0, 0));
  return of === undefined ? single : value;
}
