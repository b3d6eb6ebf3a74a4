import { describe, expect, it } from 'vitest';
import { checkedTable } from '../../definitions/decision/check-table.ts';
import { lengthOfTime, lengthTestMeant } from '../../definitions/decision/length-of-time.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';

describe('a length of time in words', () => {
  it.each([
    ['1 hour', 'PT1H'],
    ['20 min', 'PT20M'],
    ['an hour and 30 minutes', 'PT1H30M'],
    ['1 day 6 h', 'P1DT6H'],
    ['2 weeks', 'P14D'],
    ['90s', 'PT90S'],
  ])('is read: %s', (said, iso) => expect(lengthOfTime(said)).toBe(iso));

  it.each(['', 'soon', '1', 'hour', '1 hour 2 hours', '1 houre', '-1 h', '1 hour or less'])(
    'is none: %j',
    (said) => expect(lengthOfTime(said)).toBeUndefined(),
  );

  it.each([
    ['1 hour or less', '<= @"PT1H"'],
    ['within the last 2 hours', '<= @"PT2H"'],
    ['< 30 min', '< @"PT30M"'],
    ['more than 2 days', '> @"P2D"'],
    ['at least 1 day', '>= @"P1D"'],
    ['3 h', '@"PT3H"'],
  ])('is a condition of a cell: %s', (said, cell) => expect(lengthTestMeant(said)).toBe(cell));

  it('in a cell is found to be no rule yet, with the rule that puts it right', () => {
    const table: DecisionTable = {
      id: 't',
      name: 'T',
      hitPolicy: 'first',
      inputs: [{ id: 'age', name: 'age', type: { type: 'days and time duration' } }],
      outputs: [{ id: 'due', name: 'due', type: { type: 'days and time duration' } }],
      rows: [{ id: 'r', when: ['1 hour or less'], then: ['2 days'] }],
    };
    const fixes = checkedTable(table, { age: { type: 'days and time duration' } }).findings.map(
      ({ fix }) => fix?.write,
    );
    expect(fixes).toEqual(['<= @"PT1H"', '@"P2D"']);
  });
});
