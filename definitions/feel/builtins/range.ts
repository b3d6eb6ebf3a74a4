import type { FeelType } from '../type/feel-type.ts';
import { ANY, BOOLEAN } from '../type/feel-type.ts';
import { compareValues } from '../value/order.ts';
import { FeelRange } from '../value/range.ts';
import type { Value } from '../value/value.ts';
import { valueAt } from './arguments.ts';
import type { Builtins, Signature } from './builtin.ts';
import { parameter, signature } from './builtin.ts';

const RANGE: FeelType = { type: 'range', of: ANY };

/**
 * How points and ranges lie to one another (DMN 1.5, 10.3.4.9; Allen's interval algebra). A point is the range from
 * itself to itself. The answer is null when ends cannot be compared.
 */
export const rangeBuiltins: Builtins = {
  before: between(ANY, ANY, (a, b) => endsBefore(a, b)),
  after: between(ANY, ANY, (a, b) => endsBefore(b, a)),
  meets: between(RANGE, RANGE, (a, b) => touches(a, b)),
  'met by': between(RANGE, RANGE, (a, b) => touches(b, a)),
  overlaps: between(RANGE, RANGE, (a, b) => !endsBefore(a, b) && !endsBefore(b, a)),
  'overlaps before': between(
    RANGE,
    RANGE,
    (a, b) => startsFirst(a, b) && !endsBefore(a, b) && !endsLater(a, b),
  ),
  'overlaps after': between(
    RANGE,
    RANGE,
    (a, b) => startsFirst(b, a) && !endsBefore(b, a) && !endsLater(b, a),
  ),
  finishes: between(ANY, RANGE, (a, b) => sameEnd(a, b) && !startsFirst(a, b)),
  'finished by': between(RANGE, ANY, (a, b) => sameEnd(a, b) && !startsFirst(b, a)),
  includes: between(RANGE, ANY, (a, b) => !startsFirst(b, a) && !endsLater(b, a)),
  during: between(ANY, RANGE, (a, b) => !startsFirst(a, b) && !endsLater(a, b)),
  starts: between(ANY, RANGE, (a, b) => sameStart(a, b) && !endsLater(a, b)),
  'started by': between(RANGE, ANY, (a, b) => sameStart(a, b) && !endsLater(b, a)),
  coincides: between(ANY, ANY, (a, b) => sameStart(a, b) && sameEnd(a, b)),
};

/** Two ends have no order. */
class Incomparable extends Error {}

function between(
  left: FeelType,
  right: FeelType,
  holds: (a: FeelRange, b: FeelRange) => boolean,
): readonly Signature[] {
  const called = (name: string, type: FeelType) => ({ ...parameter(name, type), nullable: false });
  return [
    signature(
      [called(left === ANY ? 'point1' : 'range1', left), called(right === ANY ? 'point2' : 'range2', right)],
      BOOLEAN,
      (args) => {
        try {
          return holds(asRange(valueAt(args, 0)), asRange(valueAt(args, 1)));
        } catch (thrown) {
          if (thrown instanceof Incomparable) return null;
          throw thrown;
        }
      },
    ),
  ];
}

function asRange(value: Value): FeelRange {
  return value instanceof FeelRange ? value : new FeelRange(value, value, true, true);
}

/** The order of two ends, of which an open one lies at minus or plus infinity. */
function order(a: Value, b: Value, open: -1 | 1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? open : 0 - open;
  const result = compareValues(a, b);
  if (result === null) throw new Incomparable();
  return result;
}

/** All of `a` lies before all of `b`. */
function endsBefore(a: FeelRange, b: FeelRange): boolean {
  if (a.upper === null || b.lower === null) return false;
  const ends = compareValues(a.upper, b.lower);
  if (ends === null) throw new Incomparable();
  return ends < 0 || (ends === 0 && !(a.upperIncluded && b.lowerIncluded));
}

function touches(a: FeelRange, b: FeelRange): boolean {
  if (a.upper === null || b.lower === null) return false;
  const ends = compareValues(a.upper, b.lower);
  if (ends === null) throw new Incomparable();
  return ends === 0 && a.upperIncluded && b.lowerIncluded;
}

/** `a` begins with something that lies before all of `b`. */
function startsFirst(a: FeelRange, b: FeelRange): boolean {
  const starts = order(a.lower, b.lower, -1);
  return starts < 0 || (starts === 0 && a.lowerIncluded && !b.lowerIncluded);
}

/** `a` ends with something that lies after all of `b`. */
function endsLater(a: FeelRange, b: FeelRange): boolean {
  const ends = order(a.upper, b.upper, 1);
  return ends > 0 || (ends === 0 && a.upperIncluded && !b.upperIncluded);
}

function sameStart(a: FeelRange, b: FeelRange): boolean {
  return order(a.lower, b.lower, -1) === 0 && a.lowerIncluded === b.lowerIncluded;
}

function sameEnd(a: FeelRange, b: FeelRange): boolean {
  return order(a.upper, b.upper, 1) === 0 && a.upperIncluded === b.upperIncluded;
}
