import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression, type TypeEnvironment } from '../../definitions/feel/compile.ts';

const TYPES: TypeEnvironment = {
  n: { type: 'number' },
  m: { type: 'number' },
  s: { type: 'string' },
  tier: { type: 'string', allowed: ['gold', 'silver'] },
  b: { type: 'boolean' },
  x: { type: 'any' },
  d: { type: 'date' },
  customer: { type: 'context', fields: { years: { type: 'number' } } },
};

function truth(source: string): string {
  const compiled = compileExpression(source, TYPES);
  expect(compiled.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return compiled.truth();
}

describe('a condition', () => {
  it.each([
    'n > 5 and n < 3',
    'n > 5 and not(n > 4)',
    's = "a" and s = "b"',
    'tier = "gold" and tier = "silver"',
    'tier != "gold" and tier != "silver" and tier != null',
    'b and not(b)',
    'customer.years between 5 and 3',
    'n in ([1..2], 9) and n in (3, 4)',
    'x = 1 and x = 2',
    'n = null and n > 1',
  ])('is never true: %s', (source) => expect(truth(source)).toBe('never'));

  it.each([
    'n > 3 or n <= 3',
    'b or not(b)',
    'tier = "gold" or tier = "silver"',
    'n != 1 or n != 2',
    'n > 1 or n < 2 or m = 7',
    's = null or s != null',
  ])('is always true, if all is known: %s', (source) => expect(truth(source)).toBe('always'));

  it.each([
    'n > 5 and n < 5.1',
    'n > 5 and m < 3',
    's != "a" and s != "b"',
    'tier != "gold"',
    'b',
    'true',
    'false',
    'x = 1 or x != 1',
    'd > @"2026-01-01" and d < @"2025-01-01"',
    'n > m and n < m',
    'starts with(s, "a") and s = "b"',
    'n = null or n > 1',
    'b or s != null',
  ])('depends, or cannot be told: %s', (source) => expect(truth(source)).toBe('depends'));

  const number = fc.constantFrom('0', '1', '1.5', '-2', '1e20');
  const atom = fc.oneof(
    fc
      .tuple(fc.constantFrom('n', 'm'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), number)
      .map((parts) => parts.join(' ')),
    fc.tuple(number, fc.constantFrom('<', '>='), fc.constantFrom('n', 'm')).map((parts) => parts.join(' ')),
    fc.tuple(number, number).map(([low, high]) => `n between ${low} and ${high}`),
    fc.tuple(number, number).map(([low, high]) => `m in (${low}, > ${high})`),
    fc.constantFrom(
      's = "a"',
      's != "b"',
      's in ("a", "b")',
      's = null',
      'tier = "gold"',
      'tier != "silver"',
      'b',
      'b = false',
    ),
  );
  const condition = fc.letrec<{ all: string }>((tie) => ({
    all: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc
        .tuple(tie('all'), fc.constantFrom('and', 'or'), tie('all'))
        .map(([a, how, c]) => `(${a}) ${how} (${c})`),
      tie('all').map((of) => `not(${of})`),
    ),
  })).all;
  const scopes = fc.record({
    n: fc.constantFrom(-3, -2, 0, 0.5, 1, 1.2, 1.5, 2, 1e20, 2e20, null),
    m: fc.constantFrom(-3, -2, 0, 0.5, 1, 1.2, 1.5, 2, 1e20, 2e20, null),
    s: fc.constantFrom('a', 'b', 'z', null),
    tier: fc.constantFrom('gold', 'silver', null),
    b: fc.constantFrom(true, false, null),
  });

  it('comes to what was said of it, whatever it is given', () => {
    fc.assert(
      fc.property(condition, fc.array(scopes, { minLength: 30, maxLength: 30 }), (source, given) => {
        const compiled = compileExpression(source, TYPES);
        const said = compiled.truth();
        for (const scope of given) {
          const value = compiled.evaluate(scope, 0);
          if (said === 'never') expect(value).not.toBe(true);
          if (said === 'always' && Object.values(scope).every((one) => one !== null))
            expect(value).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is not tried for ever', () => {
    const many: TypeEnvironment = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`v${i}`, { type: 'boolean' }]),
    );
    const source = Object.keys(many)
      .map((name) => `(${name} or not(${name}))`)
      .join(' and ');
    expect(compileExpression(source, many).truth()).toBe('depends');
  });
});
