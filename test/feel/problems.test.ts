import { describe, expect, it } from 'vitest';
import { compileExpression, type TypeEnvironment } from '../../definitions/feel/compile.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { NOON, problems, SCOPE, TYPES, value, warnings } from './evaluating.ts';

describe('what is wrong with an expression', () => {
  it.each([
    ['brokn step = "x"', 'unknown variable', 'brokn step', 'broken step'],
    ['tenur > 3', 'unknown variable', 'tenur', 'tenure'],
    ['orders[pric > 3]', 'unknown variable', 'pric', 'price'],
    ['orders[1].prize', 'unknown property', 'prize', 'price'],
    ['due at.yaer', 'unknown property', 'yaer', 'year'],
    ['substrin("a", 1)', 'unknown function', 'substrin', 'substring'],
    ['technician never came', 'unknown variable', 'technician never came', undefined],
    ['"7" > 3', 'type mismatch', '"7" > 3', undefined],
    ['tenure = "12"', 'type mismatch', 'tenure = "12"', undefined],
    ['tenure + broken step', 'type mismatch', 'tenure + broken step', undefined],
    ['tenure and true', 'type mismatch', 'tenure', undefined],
    ['if tenure then 1 else 2', 'type mismatch', 'tenure', undefined],
    ['contains(tenure, "1")', 'type mismatch', 'tenure', undefined],
    ['born < due at', 'type mismatch', 'born < due at', undefined],
    ['orders > 3', 'type mismatch', 'orders > 3', undefined],
    ['follow-up > false', 'type mismatch', 'follow-up > false', undefined],
    ['contains("a")', 'wrong arguments', 'contains("a")', undefined],
    ['contains(string: "a", macth: "b")', 'wrong arguments', 'contains(string: "a", macth: "b")', undefined],
    ['@"yesterday"', 'invalid literal', '@"yesterday"', undefined],
    ['message = "help"', 'text in expression', 'message', undefined],
    ['contains(message, "help")', 'text in expression', 'message', undefined],
    ['[message]', 'text in expression', 'message', undefined],
    ['? > 3', 'syntax', '?', undefined],
    ['tenure == 3', 'syntax', '==', undefined],
    ["'help'", 'syntax', "'", undefined],
    ['1 +', 'syntax', '', undefined],
    ['', 'syntax', '', undefined],
    ['function(x) external {java: {}}', 'unsupported', 'function(x) external {java: {}}', undefined],
  ])('%s: %s', (source, code, where, nearest) => {
    const [problem] = problems(source);
    expect(problem).toMatchObject({ code, severity: 'error' });
    expect(source.slice(problem?.from, problem?.to)).toBe(where);
    expect(problem?.nearest).toBe(nearest);
    expect(value(source)).toBeNull();
  });

  it('warns of a value that is not allowed, and still evaluates', () => {
    expect(problems('broken step = "pikup"')).toMatchObject([
      { code: 'value not allowed', severity: 'warning', nearest: 'pickup' },
    ]);
    expect(value('broken step = "pikup"')).toBe(false);
  });

  it('knows the names of time zones', () => {
    const source = '@"2026-03-05T10:00:00@Europe/Atlantis"';
    expect(problems(source)).toMatchObject([{ code: 'invalid literal', severity: 'error' }]);
    expect(value(source)).toBeNull();
    expect(warnings('date and time("2026-03-05T10:00:00@Europe/Atlantis")')).toEqual([
      'There is no time zone of that name.',
    ]);
    expect(value('@"2026-03-05T10:00:00@Europe/Paris".time offset = duration("PT1H")')).toBe(true);
    expect(value('@"2026-03-05T10:00:00@Europe/Paris".timezone')).toBe('Europe/Paris');
  });
});

describe('what is found out while evaluating', () => {
  it.each([
    ['10 / 0', 'A division by zero has no result.'],
    ['anything.word > 3', 'A string and a number cannot be compared.'],
    ['anything.word = 7', 'A string is never equal to a number.'],
    ['anything.word - 1', 'A string “-” a number has no result here.'],
    ['upper case(anything.list)', 'upper case cannot be called with list.'],
  ])('%s is null with a warning', (source, warning) => {
    expect(value(source)).toBeNull();
    expect(warnings(source)).toEqual([warning]);
  });

  it('reads a value that is not of its declared type as null, and does not tell the value', () => {
    const heard: string[] = [];
    const expression = compileExpression('tenure > 3', TYPES);
    expect(
      expression.evaluate({ ...SCOPE, tenure: 'twelve' }, NOON, (warning) => heard.push(warning)),
    ).toBeNull();
    expect(heard).toEqual(['A value declared as number held a string.']);
  });

  it('reads a variable that the scope lacks as null', () => {
    expect(value('tenure = null', TYPES, {})).toBe(true);
    expect(value('toString = null', Object.fromEntries([['toString', { type: 'any' as const }]]), {})).toBe(
      true,
    );
  });
});

describe('what is known of an expression', () => {
  it.each<[string, ValueType]>([
    ['tenure + 1', { type: 'number' }],
    ['due at - now()', { type: 'days and time duration' }],
    ['orders[price > 3]', TYPES['orders'] ?? { type: 'any' }],
    ['orders.name', { type: 'list', of: { type: 'string' } }],
    ['if tenure > 3 then "high" else "low"', { type: 'string', allowed: ['high', 'low'] }],
    ['{a: tenure}', { type: 'context', fields: { a: { type: 'number' } } }],
    ['message', { type: 'text' }],
    ['anything', { type: 'any' }],
    ['sum(orders.price)', { type: 'number' }],
  ])('the type of %s', (source, type) => {
    expect(compileExpression(source, TYPES).type).toEqual(type);
  });

  it('names the variables it reads, once each, and no locals', () => {
    const source = 'some tenure in orders.price satisfies tenure > sentiment + sentiment';
    expect(compileExpression(source, TYPES).uses).toEqual(['orders', 'sentiment']);
  });

  it('names what it looks at, as far as contexts go, without texts and locals', () => {
    const types: TypeEnvironment = {
      ...TYPES,
      facts: {
        type: 'context',
        fields: { topic: { type: 'string' }, words: { type: 'text' }, at: { type: 'date' } },
      },
    };
    const looked = (source: string) => compileExpression(source, types).reads();
    const source =
      'facts.topic = "a" and facts.at.year > tenure or anything.list.size = 1 or facts.topic = null';
    expect(looked(source).map(({ name }) => name)).toEqual(['facts.topic', 'facts.at', 'tenure', 'anything']);
    expect(looked('some o in orders satisfies o.price > 3')).toEqual([{ name: 'orders', path: ['orders'] }]);
    expect(looked('facts.words')).toEqual([]);
    expect(looked('message')).toEqual([]);
    expect(looked('nonsense +')).toEqual([]);
  });
});
