import { BOOLEAN, NUMBER, STRING } from '../type/feel-type.ts';
import type { FeelNumber, Rounding } from '../value/number.ts';
import {
  compareNumbers,
  exponential,
  logarithm,
  modulo,
  negate,
  parseNumber,
  ROUNDING,
  roundTo,
  squareRoot,
} from '../value/number.ts';
import { DaysAndTime, YearsAndMonths } from '../value/duration.ts';
import type { Value } from '../value/value.ts';
import { isNumber } from '../value/value.ts';
import { numberAt, stringAt, truncated, valueAt } from './arguments.ts';
import type { Builtins, Signature } from './builtin.ts';
import { optional, parameter, signature } from './builtin.ts';

/** Numeric functions (DMN 1.5, 10.3.4.5), and `number` (10.3.4.1). */
export const numberBuiltins: Builtins = {
  decimal: rounding(ROUNDING.halfEven, 'required'),
  floor: rounding(ROUNDING.floor, 'optional'),
  ceiling: rounding(ROUNDING.ceiling, 'optional'),
  'round up': rounding(ROUNDING.up, 'required'),
  'round down': rounding(ROUNDING.down, 'required'),
  'round half up': rounding(ROUNDING.halfUp, 'required'),
  'round half down': rounding(ROUNDING.halfDown, 'required'),
  abs: [
    signature(
      [parameter('n', NUMBER, { type: 'days and time duration' }, { type: 'years and months duration' })],
      ([type]) => type ?? NUMBER,
      (args) => absolute(valueAt(args, 0)),
    ),
  ],
  modulo: [
    signature([parameter('dividend', NUMBER), parameter('divisor', NUMBER)], NUMBER, (args, { warn }) => {
      const result = modulo(numberAt(args, 0), numberAt(args, 1));
      if (result === null) warn('A division by zero has no result.');
      return result;
    }),
  ],
  sqrt: one((n) => squareRoot(n)),
  exp: one((n) => exponential(n)),
  log: one((n) => logarithm(n)),
  even: parity(0),
  odd: parity(1),
  number: [
    signature(
      [
        parameter('from', STRING, NUMBER),
        optional('grouping separator', STRING),
        optional('decimal separator', STRING),
      ],
      NUMBER,
      (args) => numberFrom(valueAt(args, 0), valueAt(args, 1), valueAt(args, 2)),
    ),
  ],
};

function one(answer: (n: FeelNumber) => FeelNumber | null): readonly Signature[] {
  return [signature([parameter('number', NUMBER)], NUMBER, (args) => answer(numberAt(args, 0)))];
}

function rounding(mode: Rounding, scale: 'required' | 'optional'): readonly Signature[] {
  const scaleParameter = scale === 'required' ? parameter('scale', NUMBER) : optional('scale', NUMBER);
  return [
    signature([parameter('n', NUMBER), scaleParameter], NUMBER, (args) =>
      roundTo(numberAt(args, 0), truncated(numberAt(args, 1)) ?? 0, mode),
    ),
  ];
}

function parity(rest: 0 | 1): readonly Signature[] {
  return [
    signature([parameter('number', NUMBER)], BOOLEAN, (args) => {
      const remainder = modulo(numberAt(args, 0), 2);
      return remainder !== null && compareNumbers(remainder, rest) === 0;
    }),
  ];
}

function absolute(value: Value): Value {
  if (value instanceof DaysAndTime) return value.nanos < 0n ? new DaysAndTime(-value.nanos) : value;
  if (value instanceof YearsAndMonths) return new YearsAndMonths(Math.abs(value.months));
  return isNumber(value) && compareNumbers(value, 0) < 0 ? negate(value) : value;
}

/** The grouping separator is a space, a comma or a point, the decimal one a comma or a point, and not the same. */
function numberFrom(from: Value, grouping: Value, decimal: Value): FeelNumber | null {
  if (isNumber(from)) return from;
  const group = stringAt([grouping], 0);
  const point = stringAt([decimal], 0) || '.';
  if (!['', ' ', ',', '.'].includes(group) || !['.', ','].includes(point) || group === point) return null;
  const text = stringAt([from], 0);
  const plain = group === '' ? text : text.split(group).join('');
  // A point that is neither separator must not be taken for the decimal one.
  return point === ',' && plain.includes('.') ? null : parseNumber(plain.replace(point, '.'));
}
