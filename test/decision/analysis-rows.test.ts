import { describe, expect, it } from 'vitest';
import { analyseTable } from '../../definitions/decision/analysis/analyse.ts';
import { compileTable } from '../../definitions/decision/compile.ts';
import type { HitPolicy } from '../../definitions/decision/table.ts';
import { found, input, messages, table, TYPES } from './analysing.ts';
import { scopeOf } from './random-tables.ts';

describe('overlaps', () => {
  const rows = [
    ['"gold"', '<= 500', 'a'],
    ['"gold", "silver"', '> 400', 'b'],
    ['"silver"', '<= 400', 'a'],
    ['"bronze"', '-', 'c'],
  ];

  it('are errors of a unique table, with an input that both rows fit', () => {
    const overlapping = table('unique', ['tier', 'amount'], rows);
    const [overlap, ...others] = found(overlapping, 'overlap');
    expect(others).toEqual([]);
    expect(overlap).toMatchObject({ severity: 'error', rows: ['r1', 'r2'], certain: true });
    expect(overlap?.witness).toEqual({
      tier: { feel: '"gold"', json: 'gold' },
      amount: { feel: '401', json: 401 },
    });
    expect(overlap?.message).toBe(
      'Rows 1 and 2 both fit when “tier” is "gold" and “amount” is 401; the table then has no answer, for only one row may fit.',
    );
    const scope = scopeOf(overlapping, overlap?.witness);
    expect(compileTable(overlapping, TYPES).evaluate(scope, 0).error).toBe('several rows hit');
  });

  it('matter to an “any” table only where the rows disagree', () => {
    const agreeing = table('any', ['amount'], [['> 5', 'a'], ['> 10', 'a'], ['> 20', 'b']]); // prettier-ignore
    expect(found(agreeing, 'overlap').map((each) => each.rows)).toEqual([['r3', 'r1', 'r2']]);
    const scope = scopeOf(agreeing, found(agreeing, 'overlap')[0]?.witness);
    expect(compileTable(agreeing, TYPES).evaluate(scope, 0).error).toBe('rows that hit differ');
  });

  it.each<HitPolicy>(['first', 'priority', 'collect', 'rule order', 'output order'])(
    'are what a table of the policy “%s” is made for',
    (policy) => {
      expect(found(table(policy, ['tier', 'amount'], rows), 'overlap')).toEqual([]);
    },
  );

  it('of one row with many are told once', () => {
    const hub = table('unique', ['amount'], [['1', 'a'], ['2', 'b'], ['3', 'c'], ['-', 'a'], ['5', 'c']]); // prettier-ignore
    expect(messages(hub, 'overlap')).toEqual([
      'Row 4 fits together with each of 4 others, rows 1–3 and 5; with row 1 when “amount” is 1; the table then has no answer, for only one row may fit.',
    ]);
  });

  it('that many rows have are counted, and the first told', () => {
    const pairs = Array.from({ length: 30 }, (_, i) => [[`${i}`, 'a'], [`${i}`, 'b']]).flat(); // prettier-ignore
    const { findings, howFar } = analyseTable(table('unique', ['amount'], pairs), TYPES, { findings: 5 });
    expect(findings.filter(({ kind }) => kind === 'overlap').length).toBe(5);
    expect(howFar).toContain('30 pairs of rows overlap');
  });

  it('are uncertain where a condition depends on what is not an input', () => {
    const [overlap] = found(
      table(
        'unique',
        ['amount'],
        [
          ['> limit', 'a'],
          ['> 5', 'b'],
        ],
      ),
      'overlap',
    );
    expect(overlap).toMatchObject({ certain: false });
    expect(overlap?.message).toContain('One of their conditions depends on more than the inputs');
  });

  it('are uncertain where a variable ties two columns together', () => {
    const tied = table('unique', ['amount', input('double', 'amount * 2', { type: 'number' })], [
      ['> 10', '-', 'a'],
      ['-', '< 5', 'b'],
    ]); // prettier-ignore
    expect(found(tied, 'overlap')).toMatchObject([{ certain: false }]);
  });

  it('are not told of a condition that the example does not pass', () => {
    const apart = table('unique', ['amount'], [['1', 'a'], ['modulo(?, 2) = 0', 'b']]); // prettier-ignore
    expect(found(apart, 'overlap')).toEqual([]);
    expect(analyseTable(apart, TYPES)).toMatchObject({ complete: false });
    const other = table('unique', ['amount', 'flag'], [['if flag then ? > 100 else true', '-', 'a'], ['< 5', 'true', 'b']]); // prettier-ignore
    expect(found(other, 'overlap')).toEqual([]);
  });

  it('are told of a condition that an example passes', () => {
    const even = table('unique', ['amount'], [['[1..2]', 'a'], ['modulo(?, 2) = 0', 'b']]); // prettier-ignore
    expect(found(even, 'overlap')).toMatchObject([{ certain: true, witness: { amount: { json: 2 } } }]);
  });

  it('of rows that give what is worked out are uncertain, unless that is the same', () => {
    const any = table('any', ['amount', 'town'], [['> 5', '-', 'a'], ['> 7', '-', 'b']]); // prettier-ignore
    const giving = (...outputs: string[]) => ({
      ...any,
      rows: any.rows.map((row, i) => ({ ...row, then: [outputs[i] ?? ''] })),
    });
    expect(found(giving('town', '"a"'), 'overlap')).toMatchObject([{ certain: false }]);
    expect(found(giving('town', 'town'), 'overlap')).toEqual([]);
  });

  it('are found between moments, durations and times', () => {
    const cells: readonly (readonly [string, string, string])[] = [
      ['sent', '>= @"2026-03-01T10:00:00Z"', '< @"2026-03-01T11:00:00+01:00"'],
      ['sent', '>= @"2026-03-01T10:00:00Z"', '<= @"2026-03-01T11:00:00+01:00"'],
      ['due', '> duration("PT1H")', '< @"PT2H"'],
      ['term', '> @"P1Y"', '< @"P13M"'],
      ['at', '< @"09:00:00"', '>= @"08:59:59"'],
      ['day', '> @"2026-03-01"', '< date("2026-03-02")'],
    ];
    const overlapping = cells.filter(
      ([name, one, other]) => found(table('unique', [name], [[one, 'a'], [other, 'b']]), 'overlap').length > 0, // prettier-ignore
    );
    expect(overlapping.map(([name]) => name)).toEqual(['sent', 'due', 'at']);
  });
});

describe('rows that never decide', () => {
  it('are those that nothing passes', () => {
    const dead = table('first', ['amount', 'tier'], [
      ['[5..1]', '-', 'a'],
      ['-', '"lead"', 'b'],
      ['(3..3)', '-', 'a'],
      ['? > 5 and ? < 3', '-', 'c'],
      ['1, (3..3)', '-', 'c'],
    ]); // prettier-ignore
    expect(messages(dead, 'never fires')).toEqual([
      'Row 1 never fires: nothing that “amount” can be passes [5..1], which is a range without anything in it.',
      'Row 2 never fires: nothing that “tier” can be passes "lead", which is not among its allowed values.',
      'Row 3 never fires: nothing that “amount” can be passes (3..3), which is a range without anything in it.',
      'Row 4 never fires: nothing that “amount” can be passes ? > 5 and ? < 3.',
    ]);
    expect(messages(dead, 'dead part')).toEqual([
      'Row 5: nothing that “amount” can be passes (3..3), a part of 1, (3..3).',
    ]);
  });

  it('say nothing that compiling the table says', () => {
    const broken = table('first', ['amount'], [['> "a"', 'a'], ['-', 'b']]); // prettier-ignore
    const analysis = analyseTable(broken, TYPES);
    expect(analysis.problems.map(({ code }) => code)).toEqual(['type mismatch']);
    expect(analysis.findings.filter(({ rows }) => rows.includes('r1'))).toEqual([]);
  });

  it('are hidden by several earlier rows together', () => {
    const hidden = table('first', ['amount', 'flag'], [
      ['< 100', '-', 'a'],
      ['-', 'null', 'b'],
      ['>= 50', 'true', 'b'],
      ['>= 100', 'false', 'c'],
      ['[20..200]', '-', 'c'],
      ['-', '-', 'a'],
    ]); // prettier-ignore
    expect(found(hidden, 'hidden')).toMatchObject([{ rows: ['r5', 'r1', 'r2', 'r3', 'r4'], certain: true }]);
    expect(messages(hidden, 'hidden')[0]).toMatch(
      /^Row 5 never decides: rows 1–4 decide before it wherever it fits/,
    );
    expect(messages(hidden, 'only when missing')).toEqual([
      'Row 6 decides only when “amount” is missing: else rows 1, 3 and 4 decide before it wherever it fits.',
    ]);
  });

  it('are told apart by whether they would say the same', () => {
    const rows = [['< 9', 'a'], ['< 5', 'a'], ['< 4', 'b']]; // prettier-ignore
    expect(messages(table('first', ['amount'], rows), 'hidden')).toEqual([
      'Row 2 never decides: row 1 decides before it wherever it fits, with the same answer, for instance when “amount” is 3.',
      'Row 3 never decides: row 1 decides before it wherever it fits, for instance when “amount” is 3.',
    ]);
  });

  it('are hidden by the same condition in the same words', () => {
    const same = table('first', ['amount', 'flag'], [['> limit', '-', 'a'], ['> limit', 'true', 'b']]); // prettier-ignore
    expect(found(same, 'hidden')).toMatchObject([{ rows: ['r2', 'r1'] }]);
    const other = table('first', ['amount', 'flag'], [['> limit', '-', 'a'], ['> limit + 1', 'true', 'b']]); // prettier-ignore
    expect(found(other, 'hidden')).toEqual([]);
  });

  it('are not taken for hidden by texts in their order, which cannot be told one by one', () => {
    const ordered = table('first', ['town'], [['? <= "i"', 'a'], ['not("here", null)', 'b']]); // prettier-ignore
    expect(found(ordered, 'hidden')).toEqual([]);
    expect(analyseTable(ordered, TYPES)).toMatchObject({ complete: false });
  });

  it('are hidden by more important ones, wherever those stand', () => {
    const important = table('priority', ['amount'], [['> 10', 'c'], ['> 5', 'a'], ['-', 'b']]); // prettier-ignore
    expect(found(important, 'hidden')).toMatchObject([{ rows: ['r1', 'r2'] }]);
  });

  it('are not sought where every row counts, nor called hidden where overlaps are errors', () => {
    for (const policy of ['unique', 'collect', 'rule order', 'output order'] as const) {
      expect(found(table(policy, ['amount'], [['-', 'a'], ['> 1', 'b']]), 'hidden')).toEqual([]); // prettier-ignore
    }
  });

  it('add nothing to an “any” table if others say the same', () => {
    const doubled = table('any', ['amount', 'flag'], [['> 5', '-', 'a'], ['> 10', 'true', 'a']]); // prettier-ignore
    expect(messages(doubled, 'adds nothing')).toEqual([
      'Row 2 adds nothing: row 1 says the same wherever it fits, for instance when “amount” is 11 and “flag” is true.',
    ]);
  });
});
