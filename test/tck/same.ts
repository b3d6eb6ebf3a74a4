import { Budget } from '../../definitions/feel/budget.ts';
import { writeJson } from '../../definitions/feel/value/border.ts';
import { equalValues } from '../../definitions/feel/value/equality.ts';
import { toDouble } from '../../definitions/feel/value/number.ts';
import { entryOf, isContext, isList, isNumber, type Value } from '../../definitions/feel/value/value.ts';

/** The kit's results were written down with this many digits. */
const NEAR = 1e-8;

/** Whether a value is what a case expects; numbers to some eight digits, as the kit's own runners compare them. */
export function isAsExpected(value: Value, expected: Value): boolean {
  if (isNumber(value) && isNumber(expected)) {
    const [a, b] = [toDouble(value), toDouble(expected)];
    return a === b || Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(b));
  }
  if (isList(value) && isList(expected))
    return (
      value.length === expected.length && value.every((item, i) => isAsExpected(item, expected[i] ?? null))
    );
  if (isContext(value) && isContext(expected)) {
    const names = Object.keys(expected);
    return (
      Object.keys(value).length === names.length &&
      names.every((name) => {
        const entry = entryOf(value, name);
        return entry !== undefined && isAsExpected(entry, entryOf(expected, name) ?? null);
      })
    );
  }
  if (value === null || expected === null) return value === expected;
  return equalValues(value, expected, new Budget()) === true;
}

/** A value for a message. */
export function said(value: Value): string {
  return JSON.stringify(writeJson(value, new Budget(), () => undefined)).slice(0, 200);
}
