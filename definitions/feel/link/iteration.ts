import type { BindingPlan } from '../check/plan.ts';
import { MAX_LIST } from '../limits.ts';
import { CalendarDate, dateOfEpochDay, epochDay } from '../value/calendar-date.ts';
import { compareValues } from '../value/order.ts';
import { FeelRange } from '../value/range.ts';
import type { Value } from '../value/value.ts';
import { isList, kindOf } from '../value/value.ts';
import { OutOfBudget } from '../budget.ts';
import type { Evaluator, Frame, Link, PlanOf } from './frame.ts';
import { nothing } from './frame.ts';

export function linkIf({ condition, then, otherwise }: PlanOf<'if'>, link: Link): Evaluator {
  const test = link(condition);
  const yes = link(then);
  const no = link(otherwise);
  return (frame) => (test(frame) === true ? yes(frame) : no(frame));
}

/** Calls `visit` for each combination of the bindings, the last turning fastest, until it answers `stop`. */
type Iterate = (frame: Frame, visit: () => 'go on' | 'stop') => 'ended' | 'stopped' | 'nothing to iterate';

function linkBindings([first, ...others]: readonly BindingPlan[], link: Link): Iterate {
  if (!first) return (_frame, visit) => (visit() === 'stop' ? 'stopped' : 'ended');
  const from = link(first.from);
  const to = first.to && link(first.to);
  const inner = linkBindings(others, link);
  return (frame, visit) => {
    const items = to ? counted(from(frame), to(frame), frame) : iterated(from(frame), frame);
    if (!items) return 'nothing to iterate';
    for (const item of items) {
      frame.budget.spend(1);
      frame.locals[first.slot] = item;
      const end = inner(frame, visit);
      if (end !== 'ended') return end;
    }
    return 'ended';
  };
}

/** The items of a list or of a range of whole steps; a single value is a list of itself; null for null. */
function iterated(value: Value, frame: Frame): readonly Value[] | null {
  if (value === null) return null;
  if (isList(value)) return value;
  if (!(value instanceof FeelRange)) return [value];
  const order = compareValues(value.lower, value.upper);
  if (order !== null && order > 0) return nothing(frame, 'A range goes upwards.');
  const inner = counted(value.lower, value.upper, frame);
  if (!inner) return null;
  return inner.slice(value.lowerIncluded ? 0 : 1, value.upperIncluded ? inner.length : inner.length - 1);
}

/** From one whole number or date to another, up or down. */
function counted(from: Value, to: Value, frame: Frame): readonly Value[] | null {
  const isDates = from instanceof CalendarDate && to instanceof CalendarDate;
  const start = isDates ? epochDay(from) : from;
  const end = isDates ? epochDay(to) : to;
  if (
    !Number.isSafeInteger(start) ||
    !Number.isSafeInteger(end) ||
    typeof start !== 'number' ||
    typeof end !== 'number'
  ) {
    if (from === null || to === null) return null;
    return nothing(frame, `There is no counting from a ${kindOf(from)} to a ${kindOf(to)} in whole steps.`);
  }
  const length = Math.abs(end - start) + 1;
  if (length > MAX_LIST) throw new OutOfBudget(`it counted more than ${MAX_LIST} steps`);
  const step = end >= start ? 1 : -1;
  return Array.from({ length }, (_, i) => (isDates ? dateOfEpochDay(start + i * step) : start + i * step));
}

export function linkFor({ bindings, partial, body }: PlanOf<'for'>, link: Link): Evaluator {
  const iterate = linkBindings(bindings, link);
  const evaluate = link(body);
  return (frame) => {
    const results: Value[] = [];
    const end = iterate(frame, () => {
      if (partial !== null) {
        frame.budget.spend(results.length);
        frame.locals[partial] = results.slice();
      }
      if (results.length >= MAX_LIST) throw new OutOfBudget(`it made a list of more than ${MAX_LIST} items`);
      results.push(evaluate(frame));
      return 'go on';
    });
    return end === 'nothing to iterate' ? null : results;
  };
}

/** `some` is true as soon as one is, `every` false as soon as one is; otherwise a null among the answers makes it null. */
export function linkQuantified({ every, bindings, body }: PlanOf<'quantified'>, link: Link): Evaluator {
  const iterate = linkBindings(bindings, link);
  const evaluate = link(body);
  const decisive = !every;
  return (frame) => {
    let unsure = false;
    const end = iterate(frame, () => {
      const answer = evaluate(frame);
      if (answer === decisive) return 'stop';
      if (typeof answer !== 'boolean') unsure = true;
      return 'go on';
    });
    if (end === 'stopped') return decisive;
    return end === 'nothing to iterate' || unsure ? null : every;
  };
}
