import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILTINS } from '../../definitions/feel/builtins/catalogue.ts';
import { compileExpression, compileUnaryTest } from '../../definitions/feel/compile.ts';
import { NOON, problems, SCOPE, TYPES, value, warnings } from './evaluating.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

const RUNS = fuzzRuns(600);

const words = fc.constantFrom(
  ...[
    'if',
    'then',
    'else',
    'for',
    'in',
    'return',
    'some',
    'every',
    'satisfies',
    'and',
    'or',
    'not(',
    'between',
    'instance of',
  ],
  ...[
    'function(x)',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '.',
    '..',
    '+',
    '-',
    '*',
    '/',
    '**',
    '<',
    '>=',
    '=',
    '!=',
    '?',
    '@"P1D"',
  ],
  ...[
    '1',
    '0',
    '-3.5',
    '"a"',
    'true',
    'null',
    'tenure',
    'broken step',
    'orders',
    'anything',
    'x',
    'item',
    'partial',
    '@',
    '"',
  ],
  ...Object.keys(BUILTINS).map((name) => `${name}(`),
);
const sources = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(words, { maxLength: 25 }).map((parts) => parts.join(' ')),
);

describe('any source at all', () => {
  it('compiles and evaluates without throwing, to null when it has an error', FUZZ_TIME, () => {
    fc.assert(
      fc.property(sources, (source) => {
        const compiled = compileExpression(source, TYPES);
        const result = compiled.evaluate(SCOPE, NOON);
        if (compiled.problems.some(({ severity }) => severity === 'error')) expect(result).toBeNull();
        const test = compileUnaryTest(source, { type: 'number' }, TYPES);
        expect(typeof test.matches(1, SCOPE, NOON)).toBe('boolean');
        for (const { from, to } of compiled.problems)
          expect(0 <= from && from <= to && to <= source.length).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same value when compiled anew', FUZZ_TIME, () => {
    fc.assert(
      fc.property(sources, (source) => {
        expect(value(source)).toEqual(value(source));
      }),
      { numRuns: fuzzRuns(200) },
    );
  });

  it('calls every builtin with any arguments without throwing', FUZZ_TIME, () => {
    const argument = fc.constantFrom(
      'null',
      '1',
      '-2.5',
      '"a"',
      'true',
      '[1, 2]',
      '[]',
      '{a: 1}',
      '@"P1D"',
      '@"P1M"',
      '[1..3]',
      '(< 2)',
      'today()',
      'now()',
      '@"10:00:00"',
      'function(x, y) x',
      'anything.word',
      'anything.list',
      'anything',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(BUILTINS)),
        fc.array(argument, { maxLength: 4 }),
        (name, args) => {
          expect(() => value(`${name}(${args.join(', ')})`)).not.toThrow();
        },
      ),
      { numRuns: fuzzRuns(1200) },
    );
  });
});

describe('what would never end', () => {
  it.each([
    ['a function that calls itself', '(function(f) f(f))(function(f) f(f))'],
    ['a loop of many', 'count(for a in 1..1000, b in 1..1000, c in 1..1000 return 1)'],
    ['a long count', 'for i in 1..1000000000 return i'],
    ['a value that doubles', `{a0: [1, 1], ${doubling('[a, a]')}}`],
    ['a string that doubles', `{a0: "xx", ${doubling('a + a')}}.a40`],
    ['values deep in one another', 'for i in 1..5000 return [partial[-1]]'],
    ['a quadratic search', 'distinct values(for i in 1..90000 return i)'],
  ])('%s is given up as null', (_name, source) => {
    expect(problems(source)).toEqual([]);
    expect(value(source)).toBeNull();
    expect(warnings(source).length).toBeGreaterThan(0);
  });

  function doubling(next: string): string {
    return Array.from({ length: 40 }, (_, i) => `a${i + 1}: ${next.replaceAll('a', `a${i}`)}`).join(', ');
  }

  it.each([
    ['brackets', '('.repeat(3000)],
    ['a long chain', `1${' + 1'.repeat(1500)}`],
    ['a long text', 'x'.repeat(10_000)],
  ])('%s beyond the bounds are a problem', (_name, source) => {
    expect(problems(source)).toMatchObject([{ code: 'too big', severity: 'error' }]);
  });
});
