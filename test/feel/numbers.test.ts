import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compareNumbers,
  formatNumber,
  multiply,
  parseNumber,
  subtract,
} from '../../definitions/feel/value/number.ts';
import type { FeelNumber } from '../../definitions/feel/value/number.ts';

/** A decimal as its digits and how many of them stand after the point. */
const decimals = fc.record({
  digits: fc.bigInt(-(10n ** 14n), 10n ** 14n),
  scale: fc.integer({ min: 0, max: 8 }),
});

function written(digits: bigint, scale: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const point = text.length - scale;
  return sign + text.slice(0, point) + (scale > 0 ? `.${text.slice(point)}` : '');
}

function read(text: string): FeelNumber {
  const number = parseNumber(text);
  if (number === null) throw new Error(`not a number: ${text}`);
  return number;
}

function shown(number: FeelNumber | null): string {
  return number === null ? 'null' : formatNumber(number);
}

/** Without zeros that say nothing. */
function plain(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** The same as prices and scores are: what is added without a decimal in its exact form. */
const fewDigits = fc.record({
  digits: fc
    .bigInt(-(10n ** 15n), 10n ** 15n)
    .map((digits) => digits / 10n ** BigInt(digits % 7n < 0n ? -(digits % 7n) : digits % 7n)),
  scale: fc.integer({ min: 0, max: 7 }),
});

describe('decimal numbers', () => {
  it.each([
    ['of many digits', decimals],
    ['of few digits', fewDigits],
  ])('add, subtract and multiply exactly: %s', (_, some) => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [x, y] = [read(written(a.digits, a.scale)), read(written(b.digits, b.scale))];
        const scale = Math.max(a.scale, b.scale);
        const left = a.digits * 10n ** BigInt(scale - a.scale);
        const right = b.digits * 10n ** BigInt(scale - b.scale);
        expect(shown(add(x, y))).toBe(plain(written(left + right, scale)));
        expect(shown(subtract(x, y))).toBe(plain(written(left - right, scale)));
        expect(shown(multiply(x, y))).toBe(plain(written(a.digits * b.digits, a.scale + b.scale)));
        expect(Math.sign(compareNumbers(x, y))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });

  it('have one form each, so that equal numbers are identical or equal decimals', () => {
    expect(add(read('12345678901234567890'), read('-12345678901234567889'))).toBe(1);
    expect(multiply(0, -5)).toBe(0);
    expect(Object.is(multiply(0, -5), 0)).toBe(true);
  });

  it('read what a double cannot hold', () => {
    expect(shown(read('1234567890123456789012345678901234'))).toBe('1234567890123456789012345678901234');
    expect(parseNumber('1e7000')).toBeNull();
    expect(parseNumber('twelve')).toBeNull();
  });
});
