import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression, type TypeEnvironment } from '../../definitions/feel/compile.ts';
import { namesIn, renamedIn, type ReadAs } from '../../definitions/feel/names-in.ts';

const ANY = { type: 'any' } as const;
const TYPES: TypeEnvironment = {
  x: ANY,
  'due date': { type: 'date' },
  'follow-up': { type: 'number' },
  visits: { type: 'list', of: { type: 'context', fields: { kept: { type: 'boolean' }, day: ANY } } },
  day: ANY,
};
const EXPRESSION = { kind: 'expression' } as const;
const TESTS = { kind: 'tests', input: { type: 'number' } } as const;

/** Each place as it is written. */
const named = (source: string, as: ReadAs = EXPRESSION): readonly string[] =>
  namesIn(source, as, TYPES).map(({ from, to }) => source.slice(from, to));

describe('the names in an expression', () => {
  it('are those of declared variables, with their blanks and signs', () => {
    expect(named('x + due   date - follow-up * 2')).toEqual(['x', 'due   date', 'follow-up']);
    expect(namesIn('follow - up', EXPRESSION, TYPES)).toEqual([{ name: 'follow-up', from: 0, to: 11 }]);
    expect(named('strange + x')).toEqual(['x']);
  });

  it('are not those of what it names itself', () => {
    expect(named('for x in visits return x')).toEqual(['visits']);
    expect(named('for y in x, x in y return x')).toEqual(['x']);
    expect(named('some x in [x] satisfies x = day')).toEqual(['x', 'day']);
    expect(named('(function(x) x + day)(x)')).toEqual(['day', 'x']);
    expect(named('{ a: x, x: 1, b: x }')).toEqual(['x']);
    expect(named('visits[day = x]')).toEqual(['visits', 'x']);
  });

  it('are in doubt where they may be entries of what nothing is known of', () => {
    expect(namesIn('x[day = 1]', EXPRESSION, TYPES)).toEqual([
      { name: 'x', from: 0, to: 1 },
      { name: 'day', from: 2, to: 5, isPerhapsEntry: true },
    ]);
  });

  it('are no fields, no texts and no remarks', () => {
    expect(named('visits.day = "x" // x')).toEqual(['visits']);
    expect(named('date(day).day')).toEqual(['day']);
  });

  it('are found in cells, and nowhere in what cannot be read', () => {
    expect(named('> x, [1..follow-up], ? > x', TESTS)).toEqual(['x', 'follow-up', 'x']);
    expect(named('-', TESTS)).toEqual([]);
    expect(named('x + (')).toEqual([]);
  });

  it('are changed byte for byte, and nothing else', () => {
    const renamed = (source: string) => renamedIn(source, EXPRESSION, { from: 'x', to: 'new name' }, TYPES);
    expect(renamed('x+  x.x /*x*/ + "x" + {x: x}.x')).toBe(
      'new name+  new name.x /*x*/ + "x" + {x: new name}.x',
    );
    expect(renamed('due date')).toBe('due date');
  });

  it('are as many as the variables that it is said to use', () => {
    const part = fc.constantFrom(
      ...['x', 'day', 'due date', 'follow-up', 'visits', '1', '"x"', '+', '*', '(', ')', '[', ']', ','],
      ...['for x in', 'return', 'some day in', 'satisfies', '{ x:', '}', '.day', 'if', 'then', 'else', '='],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const source = parts.join(' ');
        const { uses } = compileExpression(source, TYPES);
        expect([...new Set(namesIn(source, EXPRESSION, TYPES).map(({ name }) => name))].sort()).toEqual(
          [...uses].sort(),
        );
      }),
      { numRuns: 500 },
    );
  });
});
