import { DateAndTime, epochNanos, momentOf } from '../../feel/value/date-and-time.ts';
import { compareValues } from '../../feel/value/order.ts';
import { NANOS_PER_DAY, TimeOfDay } from '../../feel/value/time-of-day.ts';
import type { Value } from '../../feel/value/value.ts';
import { isNumber, kindOf } from '../../feel/value/value.ts';
import type { ValueType } from '../../flow/value-type.ts';
import type { OrderedType } from './between.ts';
import { between } from './between.ts';
import type { ReadCell } from './cell.ts';
import type { Side } from './side.ts';
import { listsOf, membersNamed } from './membership.ts';
import { sideOf } from './side.ts';

/**
 * A stretch of a column's values that no cell tells apart, with one of them. A point has no ends; what lies between two
 * points has them, neither of them in it, and null is open to that side.
 */
export interface Stretch {
  readonly value: Value;
  readonly between?: { readonly low: Value; readonly high: Value };
}

/**
 * A column's values as stretches, in their order. The last is null: the input is missing. `samples`: values of this
 * kind cannot be told one by one, the stretches are only examples. `rest`: the stretch of whatever no cell names.
 */
export interface Axis {
  readonly kind: 'values' | 'ordered' | 'lists' | 'samples';
  readonly stretches: readonly Stretch[];
  readonly rest: number | null;
  /** Of lists: the members that cells tell apart; the stretches are all lists of some of them. */
  readonly members?: readonly Value[];
  readonly points: readonly Value[];
  /** By point, the stretch it is. */
  readonly stretchOf: readonly number[];
  readonly all: Side;
  readonly given: Side;
  readonly missing: Side;
}

/** The axis of an input, cut wherever one of its cells asks something else. */
export function axisOf(type: ValueType, cells: readonly ReadCell[]): Axis {
  const named = [...new Set(cells)].flatMap((cell) => cell.named);
  switch (type.type) {
    case 'boolean':
      return ofValues([true, false], null);
    case 'string': {
      if (type.allowed) return ofValues([...new Set(type.allowed)], null);
      const texts = [...new Set(named.filter((value) => typeof value === 'string'))];
      return ofValues([...texts, otherText(texts)], texts.length);
    }
    case 'list': {
      const members = membersNamed(type, named);
      return members ? { ...ofValues(listsOf(members), null, 'lists'), members } : ofSamples('list', named);
    }
    case 'any':
    case 'text':
    case 'context':
      return ofSamples(type.type, named);
    default:
      return ofOrder(type.type, named);
  }
}

function otherText(texts: readonly string[]): string {
  let other = 'anything else';
  while (texts.includes(other)) other += ', really';
  return other;
}

function ofValues(values: readonly Value[], rest: number | null, kind: Axis['kind'] = 'values'): Axis {
  const stretches = values.map((value) => ({ value }));
  return withSides({ kind, stretches, rest, points: values, stretchOf: values.map((_, i) => i) });
}

function ofSamples(type: 'any' | 'text' | 'list' | 'context', named: readonly Value[]): Axis {
  const plain = [...new Set(named)].filter((value) => value !== null);
  switch (type) {
    case 'list':
      return ofValues([[], ...plain.map((value) => [value])], null, 'samples');
    case 'context':
      return ofValues([{}], null, 'samples');
    default:
      return ofValues([...plain.filter((value) => typeof value === 'string'), 'something'], null, 'samples');
  }
}

function ofOrder(type: OrderedType, named: readonly Value[]): Axis {
  const points = sortedPoints(named.filter((value) => kindOf(value) === type).flatMap(instants));
  const [before, after] = type === 'time' ? endsOfDay(points) : [null, null];
  const stretches: Stretch[] = [];
  const open = (low: Value, high: Value): void => {
    const value = between(type, low ?? before, high ?? after);
    if (value === null) return;
    const isAlone = [between(type, low ?? before, value), between(type, value, high ?? after)].every(
      (other) => other === null,
    );
    stretches.push(isAlone ? { value } : { value, between: { low, high } });
  };
  const stretchOf: number[] = [];
  let last: Value = null;
  for (const point of points) {
    open(last, point);
    stretchOf.push(stretches.length);
    stretches.push({ value: point });
    last = point;
  }
  open(last, null);
  return withSides({ kind: 'ordered', stretches, rest: null, points, stretchOf });
}

/** As far as `=` goes a moment is as long as a millisecond: where that begins, and where it ends. */
export function instants(value: Value): readonly Value[] {
  if (value instanceof DateAndTime) {
    const nanos = epochNanos(value);
    const begin = nanos - (((nanos % MILLI) + MILLI) % MILLI);
    const { offset, zone } = value.time;
    const end = momentOf(begin + MILLI, offset, zone);
    return [...(begin === nanos ? [value] : [momentOf(begin, offset, zone), value]), end].filter(
      (moment) => moment !== null,
    );
  }
  if (value instanceof TimeOfDay) {
    const begin = value.nanos - (value.nanos % Number(MILLI));
    const end = begin + Number(MILLI);
    const times = end < NANOS_PER_DAY ? [begin, end] : [begin];
    const others = times.filter((nanos) => nanos !== value.nanos);
    return [value, ...others.map((nanos) => new TimeOfDay(nanos, value.offset, value.zone))];
  }
  return [value];
}

const MILLI = 1_000_000n;

/** Times without an offset lie within a day; with one, they may lie before or after the day of UTC. */
function endsOfDay(points: readonly Value[]): readonly [Value, Value] {
  const isLocal = points.every((point) => point instanceof TimeOfDay && point.offset === null);
  return isLocal ? [new TimeOfDay(-1, null), new TimeOfDay(NANOS_PER_DAY, null)] : [null, null];
}

function sortedPoints(values: readonly Value[]): readonly Value[] {
  const sorted = [...values].sort((a, b) => compareValues(a, b) ?? 0);
  return sorted.filter((value, i) => i === 0 || compareValues(sorted[i - 1] ?? null, value) !== 0);
}

function withSides(axis: Omit<Axis, 'all' | 'given' | 'missing'>): Axis {
  const last = axis.stretches.length;
  const size = last + 1;
  const given = Array.from({ length: last }, (_, i) => i);
  return {
    ...axis,
    stretches: [...axis.stretches, { value: null }],
    all: sideOf(size, [...given, last]),
    given: sideOf(size, given),
    missing: sideOf(size, [last]),
  };
}

/** Whether a value is a number that is whole. */
export function isWhole(value: Value): boolean {
  return isNumber(value) && Number.isInteger(Number(value));
}
