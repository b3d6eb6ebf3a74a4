import { CalendarDate, dateOfEpochDay, epochDay } from '../../feel/value/calendar-date.ts';
import { DateAndTime, epochNanos, momentOf } from '../../feel/value/date-and-time.ts';
import { DaysAndTime, SECOND, YearsAndMonths } from '../../feel/value/duration.ts';
import type { FeelNumber } from '../../feel/value/number.ts';
import { add, compareNumbers, roundTo } from '../../feel/value/number.ts';
import { NANOS_PER_DAY, NANOS_PER_SECOND, TimeOfDay, utcNanos } from '../../feel/value/time-of-day.ts';
import type { Value } from '../../feel/value/value.ts';
import { isNumber } from '../../feel/value/value.ts';
import type { ValueType } from '../../flow/value-type.ts';

/** The types whose values have an order that is known. */
export type OrderedType = Exclude<
  ValueType['type'],
  'string' | 'boolean' | 'text' | 'list' | 'context' | 'any'
>;

/**
 * A value of a type that lies between two others, neither of them; an end that is null is open to that side. The
 * plainest that there is: a whole number, a full hour. Null if none lies there.
 */
export function between(type: OrderedType, low: Value, high: Value): Value {
  if (type === 'number') {
    const [from, to] = [isNumber(low) ? low : null, isNumber(high) ? high : null];
    return numberBetween(from, to);
  }
  const scale = SCALES[type];
  const [from, to] = [scale.position(low), scale.position(high)];
  const at = positionBetween(from ?? scale.before, to ?? scale.after, scale.units);
  return at === null ? null : scale.value(at, low ?? high);
}

const FINEST_DIGIT = 15;

function numberBetween(low: FeelNumber | null, high: FeelNumber | null): number | null {
  if (low === null && high === null) return 0;
  for (let digits = 0; digits <= FINEST_DIGIT; digits += 1) {
    const unit = Number(`1e-${digits}`);
    const found =
      low === null ? stepped(high, digits, 'ceiling', -unit) : stepped(low, digits, 'floor', unit);
    if (found === null || (low !== null && compareNumbers(found, low) <= 0)) continue;
    if (high === null || compareNumbers(found, high) < 0) return found;
  }
  return null;
}

const MODES = { ceiling: 2, floor: 3 } as const;

function stepped(
  from: FeelNumber | null,
  digits: number,
  mode: keyof typeof MODES,
  by: number,
): number | null {
  const end = from === null ? null : roundTo(from, digits, MODES[mode]);
  const sum = end === null ? null : add(end, by);
  return typeof sum === 'number' ? sum : null;
}

/** The values of a type as whole numbers of its finest unit; what lies before or after all of them is never met. */
interface Scale {
  readonly units: readonly bigint[];
  readonly before: bigint | null;
  readonly after: bigint | null;
  position(value: Value): bigint | null;
  /** `near` says how the other end is written. */
  value(position: bigint, near: Value): Value;
}

const MINUTE = 60n * SECOND;
const CLOCK_UNITS = [60n * MINUTE, MINUTE, SECOND, 1_000_000n, 1n];
const DAY = BigInt(NANOS_PER_DAY);
const FARTHEST_OFFSET = 14 * 3600;

const SCALES: { readonly [T in Exclude<OrderedType, 'number'>]: Scale } = {
  date: {
    units: [1n],
    before: null,
    after: null,
    position: (value) => (value instanceof CalendarDate ? BigInt(epochDay(value)) : null),
    value: (at) => dateOfEpochDay(Number(at)),
  },
  'date and time': {
    units: [DAY, ...CLOCK_UNITS],
    before: null,
    after: null,
    position: (value) => (value instanceof DateAndTime ? epochNanos(value) : null),
    value: (at, near) => momentOf(at, near instanceof DateAndTime ? near.time.offset : null),
  },
  time: {
    units: CLOCK_UNITS,
    before: -BigInt(FARTHEST_OFFSET) * SECOND - 1n,
    after: DAY + BigInt(FARTHEST_OFFSET) * SECOND,
    position: (value) => (value instanceof TimeOfDay ? BigInt(utcNanos(value)) : null),
    value: timeAt,
  },
  'days and time duration': {
    units: [DAY, ...CLOCK_UNITS],
    before: null,
    after: null,
    position: (value) => (value instanceof DaysAndTime ? value.nanos : null),
    value: (at) => new DaysAndTime(at),
  },
  'years and months duration': {
    units: [12n, 1n],
    before: null,
    after: null,
    position: (value) => (value instanceof YearsAndMonths ? BigInt(value.months) : null),
    value: (at) => new YearsAndMonths(Number(at)),
  },
};

/** A time whose instant lies outside the day of UTC is one of another offset. */
function timeAt(at: bigint, near: Value): Value {
  const nanos = Number(at);
  const written = near instanceof TimeOfDay ? near.offset : null;
  const isThere = (offset: number): boolean => {
    const local = nanos + offset * NANOS_PER_SECOND;
    return local >= 0 && local < NANOS_PER_DAY;
  };
  const offset = isThere(written ?? 0) ? written : nanos < 0 ? FARTHEST_OFFSET : -FARTHEST_OFFSET;
  return new TimeOfDay(nanos + (offset ?? 0) * NANOS_PER_SECOND, offset);
}

function positionBetween(low: bigint | null, high: bigint | null, units: readonly bigint[]): bigint | null {
  if (low === null && high === null) return 0n;
  for (const unit of units) {
    const found = low === null ? floor((high ?? 0n) - 1n, unit) : floor(low, unit) + unit;
    if ((low === null || found > low) && (high === null || found < high)) return found;
  }
  return null;
}

/** The last multiple of `unit` that is not after `at`. */
function floor(at: bigint, unit: bigint): bigint {
  return at - (((at % unit) + unit) % unit);
}
