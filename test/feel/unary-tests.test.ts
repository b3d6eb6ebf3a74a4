import { describe, expect, it } from 'vitest';
import { compileUnaryTest } from '../../definitions/feel/compile.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { NOON, SCOPE, TYPES } from './evaluating.ts';

const NUMBER: ValueType = { type: 'number' };
const STEP: ValueType = { type: 'string', allowed: ['order', 'pickup'] };

function matches(test: string, type: ValueType, input: Json): boolean {
  return compileUnaryTest(test, type, TYPES).matches(input, SCOPE, NOON);
}

describe('a cell', () => {
  it.each<[string, ValueType, Json, boolean]>([
    ['-', NUMBER, null, true],
    ['', NUMBER, 5, true],
    ['5', NUMBER, 5, true],
    ['-5', NUMBER, -5, true],
    ['< 5', NUMBER, 5, false],
    ['<= 5, > 7', NUMBER, 8, true],
    ['[1..5)', NUMBER, 5, false],
    [']1..5]', NUMBER, 1, false],
    ['not([1..5])', NUMBER, 6, true],
    ['not(1, 2)', NUMBER, 2, false],
    ['< 5', NUMBER, null, false],
    ['null', NUMBER, null, true],
    ['not(null)', NUMBER, null, false],
    ['tenure', NUMBER, 12, true],
    ['< tenure - 1', NUMBER, 10, true],
    ['[1, 2, 3]', NUMBER, 2, true],
    ['? > 3 and ? < 6', NUMBER, 4, true],
    ['modulo(?, 2) = 0', NUMBER, 3, false],
    ['follow-up', NUMBER, 1, true],
    ['"order", "pickup"', STEP, 'pickup', true],
    ['not("order")', STEP, 'order', false],
    ['starts with(?, "pick")', STEP, 'pickup', true],
    ['true', { type: 'boolean' }, false, false],
    ['false', { type: 'boolean' }, false, true],
    // What nobody knows is neither.
    ['true', { type: 'boolean' }, null, false],
    ['false', { type: 'boolean' }, null, false],
    ['not(true)', { type: 'boolean' }, null, true],
    ['> @"PT1H"', { type: 'days and time duration' }, 'PT90M', true],
    ['< now()', { type: 'date and time' }, '2026-03-05T13:59:00+02:00', true],
    ['[@"2026-01-01"..@"2026-12-31"]', { type: 'date' }, '2026-06-01', true],
    ['"a"', { type: 'any' }, 'a', true],
    ['"a"', { type: 'any' }, 1, false],
    ['list contains(?, 2)', { type: 'list', of: NUMBER }, [1, 2], true],
  ])('%s over %o: %o is %o', (test, type, input, expected) => {
    expect(compileUnaryTest(test, type, TYPES).problems).toEqual([]);
    expect(matches(test, type, input)).toBe(expected);
  });

  it.each<[string, ValueType, string, 'error' | 'warning']>([
    ['> "a"', NUMBER, 'type mismatch', 'error'],
    ['"a"', NUMBER, 'type mismatch', 'error'],
    ['"pikup"', STEP, 'value not allowed', 'warning'],
    ['["order", "pikup"]', STEP, 'value not allowed', 'warning'],
    ['? + 1', NUMBER, 'type mismatch', 'error'],
    ['< ', NUMBER, 'syntax', 'error'],
    ['"x"', { type: 'text' }, 'text in expression', 'error'],
  ])('%s over %o: %s', (test, type, code, severity) => {
    expect(compileUnaryTest(test, type, TYPES).problems[0]).toMatchObject({ code, severity });
  });

  it('with an error matches nothing', () => {
    expect(matches('> "a"', NUMBER, 1)).toBe(false);
    expect(matches('not(> "a")', NUMBER, 1)).toBe(false);
  });
});
