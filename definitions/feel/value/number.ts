import { Decimal } from 'decimal.js';

/**
 * Decimals of 34 digits, rounded half to even, as IEEE 754 decimal128 has them (DMN 1.5, 10.3.2.3.1). `modulo: 3`
 * makes a remainder take the divisor's sign, as FEEL's `modulo` does.
 */
const Exact = Decimal.clone({ precision: 34, rounding: 6, modulo: 3, maxE: 6144, minE: -6143 });

/**
 * A FEEL number. A double stands for the decimal that its shortest notation spells (0.1 is a tenth); a Decimal is
 * used only for what no double spells. So two numbers are equal exactly when they have the same form and content.
 */
export type FeelNumber = number | Decimal;

/** Significant digits that every double of ordinary size spells faithfully. */
const FAITHFUL_DIGITS = 15;

/** Whether a value is a number in its exact form. */
export function isDecimal(value: unknown): value is Decimal {
  return value instanceof Exact;
}

function settled(exact: Decimal): FeelNumber | null {
  if (!exact.isFinite()) return null;
  const double = exact.toNumber();
  if (double === 0) return exact.isZero() ? 0 : exact;
  if (!Number.isFinite(double)) return exact;
  if (exact.precision() <= FAITHFUL_DIGITS && Math.abs(exact.e) < 300) return double;
  return new Exact(double).eq(exact) ? double : exact;
}

/** So few digits that a double spells them faithfully. */
const PLAIN_NOTATION = /^-?(?:\d{1,15}|\d{1,8}\.\d{1,7})$/;

/** The number that a decimal notation spells ('12', '-0.5', '1e3'), rounded to 34 digits; null if it is none. */
export function parseNumber(text: string): FeelNumber | null {
  if (PLAIN_NOTATION.test(text)) return Number(text) + 0;
  if (!/^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,6})?$/.test(text)) return null;
  return settled(new Exact(text).toSignificantDigits(34));
}

/** Plain decimal notation without exponent. */
export function formatNumber(value: FeelNumber): string {
  // JavaScript's own notation has an exponent only beyond these.
  const isPlain =
    typeof value === 'number' && Math.abs(value) < 1e21 && (Math.abs(value) >= 1e-6 || value === 0);
  return isPlain ? String(value) : new Exact(value).toFixed();
}

/** Below this a count of millionths has fifteen digits at most, also after one addition. */
const MOST_IN_MILLIONTHS = 4e8;

/** How many millionths a number is; null if that is no whole number, or too large a one. */
function millionths(value: FeelNumber): number | null {
  if (typeof value !== 'number' || !(Math.abs(value) < MOST_IN_MILLIONTHS)) return null;
  const count = Math.round(value * 1e6);
  return count / 1e6 === value ? count : null;
}

/**
 * `a` plus or minus `b` where both have few digits after the point: whole numbers of millionths are added exactly, and
 * of a decimal of fifteen digits the nearest double spells just that decimal. Null where they have more.
 */
function sumOfMillionths(a: FeelNumber, b: FeelNumber, sign: 1 | -1): number | null {
  const first = millionths(a);
  const second = first === null ? null : millionths(b);
  return first === null || second === null ? null : (first + sign * second) / 1e6 + 0;
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return sumOfMillionths(a, b, 1) ?? settled(new Exact(a).plus(b));
}

export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return sumOfMillionths(a, b, -1) ?? settled(new Exact(a).minus(b));
}

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // Adding 0 turns -0, which FEEL does not know, into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return settled(new Exact(a).times(b));
}

/** Null when dividing by zero. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (b === 0) return null;
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && typeof a === 'number' && typeof b === 'number') {
    if (a % b === 0) return a / b + 0;
  }
  return settled(new Exact(a).div(b));
}

/** Null where there is no real result (`(-8) ** 0.5`, `0 ** -1`) or it has too many digits before the point. */
export function power(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  return settled(new Exact(a).pow(b));
}

export function negate(a: FeelNumber): FeelNumber {
  return typeof a === 'number' ? 0 - a : a.negated();
}

/** The remainder with the divisor's sign: `modulo(-12, 5)` is 3. Null when dividing by zero. */
export function modulo(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  return b === 0 ? null : settled(new Exact(a).mod(b));
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  return new Exact(a).comparedTo(b);
}

/** decimal.js's numbers of its rounding modes, by what FEEL calls them. */
export const ROUNDING = {
  up: 0,
  down: 1,
  ceiling: 2,
  floor: 3,
  halfUp: 4,
  halfDown: 5,
  halfEven: 6,
} as const;
export type Rounding = (typeof ROUNDING)[keyof typeof ROUNDING];

/** `value` at `scale` digits after the point (before it, if negative); null if the scale is no whole number in FEEL's range. */
export function roundTo(value: FeelNumber, scale: FeelNumber, mode: Rounding): FeelNumber | null {
  if (typeof scale !== 'number' || !Number.isInteger(scale) || scale < -6111 || scale > 6176) return null;
  if (scale === 0 && Number.isSafeInteger(value)) return value;
  const exact = new Exact(value);
  if (scale >= 0) return settled(exact.toDecimalPlaces(scale, mode));
  const unit = new Exact(10).pow(-scale);
  return settled(exact.div(unit).toDecimalPlaces(0, mode).times(unit));
}

/** Null for a negative number. */
export function squareRoot(value: FeelNumber): FeelNumber | null {
  return settled(new Exact(value).sqrt());
}

/** e to the power of `value`. */
export function exponential(value: FeelNumber): FeelNumber | null {
  return settled(new Exact(value).exp());
}

/** The natural logarithm; null for zero and less. */
export function logarithm(value: FeelNumber): FeelNumber | null {
  return compareNumbers(value, 0) <= 0 ? null : settled(new Exact(value).ln());
}

/** The whole number that `value` is, within a double's exact range; null otherwise. */
export function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** The nearest double, for JSON: digits beyond a double's seventeen are lost there. */
export function toDouble(value: FeelNumber): number {
  return typeof value === 'number' ? value : value.toNumber();
}

/** The exact number that a bigint counts, divided by `unit`. */
export function ratio(count: bigint, unit: bigint): FeelNumber | null {
  return settled(new Exact(count.toString()).div(unit.toString()));
}

/** `count` times or divided by `factor`, cut to whole units; null when there is no such number. */
export function scaled(count: bigint, factor: FeelNumber, how: 'times' | 'over'): bigint | null {
  const exact = new Exact(count.toString());
  if (how === 'over' && factor === 0) return null;
  const result = how === 'times' ? exact.times(factor) : exact.div(factor);
  if (!result.isFinite() || result.e > 40) return null;
  return BigInt(result.trunc().toFixed());
}
