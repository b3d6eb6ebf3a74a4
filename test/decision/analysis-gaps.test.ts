import { describe, expect, it } from 'vitest';
import { analyseTable } from '../../definitions/decision/analysis/analyse.ts';
import { found, messages, table, TYPES } from './analysing.ts';

describe('gaps', () => {
  it('are told as a row that would fill them', () => {
    const open = table('unique', ['tier', 'amount'], [
      ['"gold"', '<= 500', 'a'],
      ['"silver"', '-', 'b'],
      ['"bronze"', '< 1000', 'c'],
    ]); // prettier-ignore
    expect(found(open, 'gap')).toMatchObject([
      {
        severity: 'warning',
        cells: { tier: '"gold", "bronze"', amount: '>= 1000' },
        message: 'No row fits when “tier” is "gold" or "bronze" and “amount” is at least 1000.',
        witness: { tier: { json: 'gold' }, amount: { json: 1000 } },
      },
      { cells: { tier: '"gold"', amount: '> 500' } },
    ]);
  });

  it.each([
    ['town', ['"here"', 'not("here", "there")'], '"there"'],
    ['town', ['"here"', '"there"'], 'not("here", "there")'],
    ['amount', ['< 0', '(0..10)', '> 10'], '0, 10'],
    ['amount', ['< 0.1', '> 0.2'], '[0.1..0.2]'],
    ['amount', ['!= 7'], '7'],
    ['amount', ['? > 3 or ? < -3'], '[-3..3]'],
    ['day', ['[@"2026-01-01"..@"2026-01-30"]', '>= @"2026-02-01"'], '< @"2026-01-01", @"2026-01-31"'],
    ['due', ['<= duration("PT2H")'], '> @"PT2H"'],
    ['flag', ['true'], 'false'],
    [
      'sent',
      ['< @"2026-03-01T10:00:00Z"', '> @"2026-03-01T10:00:00Z"'],
      '[@"2026-03-01T10:00:00Z"..@"2026-03-01T10:00:00Z"]',
    ],
    ['at', ['< @"09:00:00"', '> @"17:00:00"'], '[@"09:00:00"..@"17:00:00"]'],
  ])('of %s in %j: %s', (name, cells, gap) => {
    const open = table('first', [name], cells.map((cell) => [cell, 'a'])); // prettier-ignore
    expect(found(open, 'gap').map((each) => each.cells)).toEqual([{ [name]: gap }]);
  });

  it('of lists are told by what they hold', () => {
    const open = table('unique', ['tags', 'flag'], [
      ['list contains(?, "tv")', '-', 'a'],
      ['not(list contains(?, "tv")) and list contains(?, "net")', 'true', 'b'],
    ]); // prettier-ignore
    expect(found(open, 'gap')).toMatchObject([
      {
        message: 'No row fits when “tags” does not hold "tv" or "net".',
        cells: { tags: 'not(list contains(?, "tv")) and not(list contains(?, "net"))' },
        witness: { tags: { feel: '[]', json: [] } },
      },
      {
        message: 'No row fits when “tags” does not hold "tv" and “flag” is false.',
        cells: { tags: 'not(list contains(?, "tv"))', flag: 'false' },
      },
    ]);
    expect(analyseTable(open, TYPES)).toMatchObject({ complete: true });
    const overlapping = table('unique', ['tags'], [['list contains(?, "tv")', 'a'], ['list contains(?, "net")', 'b']]); // prettier-ignore
    expect(found(overlapping, 'overlap')).toMatchObject([{ witness: { tags: { json: ['tv', 'net'] } } }]);
  });

  it('in open texts are shown with a text that no cell names', () => {
    const [gap] = found(table('first', ['town'], [['"anything else"', 'a']]), 'gap');
    expect(gap?.cells).toEqual({ town: 'not("anything else")' });
    expect(gap?.witness?.town?.json).not.toBe('anything else');
  });

  it('between whole numbers are a remark', () => {
    const counted = table('unique', ['amount'], [['<= 3', 'a'], ['>= 4', 'b']]); // prettier-ignore
    expect(found(counted, 'gap')).toMatchObject([
      { severity: 'information', witness: { amount: { json: 3.1 } } },
    ]);
    expect(messages(counted, 'gap')[0]).toContain('No whole number lies there.');
  });

  it('do not matter where there is a default, or where nothing is a list or a count', () => {
    expect(found(table('first', ['amount'], [['> 1', 'a']], '"b"'), 'gap')).toEqual([]);
    expect(found(table('collect', ['amount'], [['> 1', 'a']]), 'gap')).toEqual([]);
    expect(found({ ...table('collect', ['amount'], [['> 1', 'a']]), aggregation: 'count' }, 'gap')).toEqual(
      [],
    );
    expect(found(table('first', ['amount'], [['> 1', 'a']]), 'gap').length).toBe(1);
  });

  it('that depend on a condition say so', () => {
    const open = table('first', ['amount', 'tags'], [['>= 5', '-', 'a'], ['< 5', 'count(?) > 2', 'b']]); // prettier-ignore
    expect(found(open, 'gap')).toMatchObject([
      { certain: true, witness: { amount: { json: 4 }, tags: { json: [] } } },
    ]);
    const outside = table('first', ['amount'], [['> limit', 'a']]);
    expect(found(outside, 'gap')).toMatchObject([{ certain: false, rows: ['r1'] }]);
  });

  it('of missing inputs are told apart, and once', () => {
    const open = table('unique', ['tier', 'flag', 'amount'], [
      ['"gold"', 'true', '-', 'a'],
      ['"gold"', 'false', '-', 'a'],
      ['not("gold")', '-', '-', 'b'],
    ]); // prettier-ignore
    expect(found(open, 'gap')).toEqual([]);
    expect(messages(open, 'missing input')).toEqual([
      'No row fits some inputs of which “flag” is missing, for instance when “tier” is "gold", “flag” is missing and “amount” is 0.',
    ]);
    const strict = table('first', ['flag', 'amount'], [['true', '-', 'a'], ['false', '> 0', 'a'], ['false', '<= 0', 'a']]); // prettier-ignore
    expect(messages(strict, 'missing input')[0]).toBe('No row fits when “flag” is missing.');
    const plain = table('first', ['flag', 'amount'], [['-', '> 5', 'a']]);
    expect(messages(plain, 'missing input')).toEqual(['No row fits when “amount” is missing.']);
    const both = table('first', ['flag', 'tier'], [['true, false', 'not(null)', 'a']]);
    expect(messages(both, 'missing input')).toEqual(['No row fits when “flag” or “tier” is missing.']);
  });
});
