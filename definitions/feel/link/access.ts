import { isOfType } from '../type/runtime-type.ts';
import { propertyOf } from '../value/property.ts';
import type { Value } from '../value/value.ts';
import { entryOf, isContext, isList, isNumber, kindOf } from '../value/value.ts';
import { indexAt } from '../builtins/arguments.ts';
import type { Evaluator, Frame, Link, PlanOf } from './frame.ts';
import { nothing } from './frame.ts';

/** Links paths, filters, and names that an unknown item may have. */
export function linkPath({ of, name }: PlanOf<'path'>, link: Link): Evaluator {
  const source = link(of);
  return (frame) => part(source(frame), name, frame);
}

function part(value: Value, name: string, frame: Frame): Value {
  if (value === null) return null;
  if (isList(value)) {
    frame.budget.spend(value.length);
    return frame.budget.nested(() => value.map((item) => part(item, name, frame)));
  }
  const found = isContext(value) ? entryOf(value, name) : propertyOf(value, name);
  return found === undefined ? nothing(frame, `A ${kindOf(value)} has no “${name}”.`) : found;
}

export function linkEntryOrElse({ slot, name, otherwise }: PlanOf<'entry or else'>, link: Link): Evaluator {
  const outside = link(otherwise);
  return (frame) => {
    const item = frame.locals[slot] ?? null;
    const entry = isContext(item) ? entryOf(item, name) : undefined;
    return entry === undefined ? outside(frame) : entry;
  };
}

export function linkFilter({ of, by, slot, mode }: PlanOf<'filter'>, link: Link): Evaluator {
  const source = link(of);
  const filter = link(by);
  return (frame) => {
    const value = source(frame);
    const items = isList(value) ? value : value === null ? [] : [value];
    if (mode === 'index') return itemAt(items, filter(frame));
    if (mode === 'either') {
      frame.locals[slot] = items[0] ?? null;
      const first = filter(frame);
      if (isNumber(first)) return itemAt(items, first);
    }
    frame.budget.spend(items.length);
    const kept: Value[] = [];
    for (const item of items) {
      frame.locals[slot] = item;
      const answer = filter(frame);
      if (answer === true) kept.push(item);
      else if (answer !== false && answer !== null)
        return nothing(frame, `A filter’s condition is true or false, not a ${kindOf(answer)}.`);
    }
    return kept;
  };
}

function itemAt(items: readonly Value[], position: Value): Value {
  const index = indexAt(position, items.length);
  return index === null ? null : (items[index] ?? null);
}

export function linkInstanceOf({ value, type }: PlanOf<'instance of'>, link: Link): Evaluator {
  const evaluate = link(value);
  return (frame) => {
    const found = evaluate(frame);
    return found === null ? type.type === 'null' : isOfType(found, type);
  };
}
