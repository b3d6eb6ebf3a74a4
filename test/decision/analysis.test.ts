import { describe, expect, it } from 'vitest';
import { analyseTable } from '../../definitions/decision/analysis/analyse.ts';
import type { FindingKind, TableFinding } from '../../definitions/decision/analysis/analyse.ts';
import { compileTable } from '../../definitions/decision/compile.ts';
import type { DecisionTable, HitPolicy, TableInput } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compile.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { scopeOf } from './random-tables.ts';

const TYPES: TypeEnvironment = {
  amount: { type: 'number' },
  tier: { type: 'string', allowed: ['gold', 'silver', 'bronze'] },
  town: { type: 'string' },
  flag: { type: 'boolean' },
  day: { type: 'date' },
  at: { type: 'time' },
  sent: { type: 'date and time' },
  due: { type: 'days and time duration' },
  term: { type: 'years and months duration' },
  tags: { type: 'list', of: { type: 'string' } },
  limit: { type: 'number' },
};

function input(name: string, expression?: string, type?: ValueType): TableInput {
  const known = type ?? TYPES[name] ?? { type: 'any' };
  return { id: name, name, type: known, ...(expression === undefined ? {} : { expression }) };
}

/** A table over these inputs; the last cell of each row is its output. */
function table(
  hitPolicy: HitPolicy,
  inputs: readonly (string | TableInput)[],
  rows: readonly (readonly string[])[],
  otherwise?: string,
): DecisionTable {
  return {
    id: 'table',
    name: 'Table',
    hitPolicy,
    inputs: inputs.map((one) => (typeof one === 'string' ? input(one) : one)),
    outputs: [
      {
        id: 'out',
        name: 'answer',
        type: { type: 'string', allowed: ['a', 'b', 'c'] },
        ...(otherwise === undefined ? {} : { default: otherwise }),
      },
    ],
    rows: rows.map((cells, i) => ({
      id: `r${i + 1}`,
      when: cells.slice(0, -1),
      then: [`"${cells.at(-1) ?? ''}"`],
    })),
  };
}

function found(of: DecisionTable, kind: FindingKind): readonly TableFinding[] {
  return analyseTable(of, TYPES).findings.filter((finding) => finding.kind === kind);
}

function messages(of: DecisionTable, kind: FindingKind): readonly string[] {
  return found(of, kind).map(({ message }) => message);
}

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
    ['at', ['< @"09:00:00"', '> @"17:00:00"'], '[@"09:00:00"..@"17:00:00"]'],
  ])('of %s in %j: %s', (name, cells, gap) => {
    const open = table('first', [name], cells.map((cell) => [cell, 'a'])); // prettier-ignore
    expect(found(open, 'gap').map((each) => each.cells)).toEqual([{ [name]: gap }]);
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
    const open = table('first', ['amount', 'tags'], [['>= 5', '-', 'a'], ['< 5', 'list contains(?, "tv")', 'b']]); // prettier-ignore
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
    const both = table('first', ['flag', 'tier'], [['true, false', 'not(null)', 'a']]);
    expect(messages(both, 'missing input')).toEqual(['No row fits when “flag” or “tier” is missing.']);
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

  it('are hidden by the same condition in the same words', () => {
    const same = table('first', ['amount', 'flag'], [['> limit', '-', 'a'], ['> limit', 'true', 'b']]); // prettier-ignore
    expect(found(same, 'hidden')).toMatchObject([{ rows: ['r2', 'r1'] }]);
    const other = table('first', ['amount', 'flag'], [['> limit', '-', 'a'], ['> limit + 1', 'true', 'b']]); // prettier-ignore
    expect(found(other, 'hidden')).toEqual([]);
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

describe('columns that change nothing', () => {
  it('are those of which no decision depends on their value', () => {
    const idle = table('first', ['amount', 'flag', 'tier'], [
      ['> 5', 'true', '-', 'a'],
      ['> 5', 'false', '-', 'a'],
      ['<= 5', '-', '-', 'b'],
    ]); // prettier-ignore
    expect(messages(idle, 'column changes nothing')).toEqual([
      'The input “flag” changes nothing: whatever it is, what is decided stays the same.',
      'The input “tier” changes nothing: no row asks anything of it.',
    ]);
    expect(messages(idle, 'could be one row')).toEqual([
      'Rows 1 and 2 give the same and differ only in “flag”: they could be one row with true, false.',
    ]);
  });

  it('are not those that a default answers differently', () => {
    const asked = table('first', ['amount'], [['> 5', 'a']], '"b"');
    expect(found(asked, 'column changes nothing')).toEqual([]);
    const same = table('first', ['amount'], [['> 5', 'b']], '"b"');
    expect(found(same, 'column changes nothing').length).toBe(1);
  });

  it('are outputs that are always the same', () => {
    const constant = table('first', ['amount'], [['> 5', 'a'], ['> 1', 'a']]); // prettier-ignore
    expect(messages(constant, 'output never changes')).toEqual(['The output “answer” is "a" in every row.']);
    expect(
      found({ ...constant, outputs: table('first', [], [], '"b"').outputs }, 'output never changes'),
    ).toEqual([]);
  });
});

describe('how far an analysis got', () => {
  const tangled = table(
    'unique',
    ['amount', 'limit'],
    Array.from({ length: 60 }, (_, i) => [`[${(i * 37) % 50}..${((i * 37) % 50) + 20}]`, `[${(i * 11) % 50}..${((i * 11) % 50) + 30}]`, 'abc'[i % 3] ?? 'a']),
  ); // prettier-ignore

  it('is said, and counted the same every time', () => {
    const short = analyseTable(tangled, TYPES, { steps: 400 });
    expect(short.complete).toBe(false);
    expect(short.howFar).toMatch(/Overlaps were sought for \d+ of 60 rows/);
    expect(short.howFar).toMatch(/Gaps were sought in (less than 1|\d+) % of the inputs/);
    expect(analyseTable(tangled, TYPES, { steps: 400 })).toEqual(short);
  });

  it('is everything, with steps enough', () => {
    const whole = analyseTable(tangled, TYPES);
    expect(whole).toMatchObject({ complete: true });
    expect(whole.howFar).toMatch(/^Everything was searched\./);
  });

  it('stays near the steps that are given', () => {
    for (const policy of ['unique', 'any', 'first', 'priority'] as const) {
      const { steps, complete } = analyseTable({ ...tangled, hitPolicy: policy }, TYPES, { steps: 1000 });
      expect(complete).toBe(false);
      expect(steps).toBeLessThan(2000);
    }
  });

  it('names the cells that could not be read', () => {
    const { complete, howFar } = analyseTable(table('first', ['amount'], [['-', 'a'], ['> limit', 'b']]), TYPES); // prettier-ignore
    expect(complete).toBe(false);
    expect(howFar).toBe(
      'What row 2 (“amount”) asks cannot be told beforehand; it was tried with examples only.',
    );
  });

  it('is nothing much for a table without rows or inputs', () => {
    expect(messages(table('unique', ['amount'], []), 'gap')).toEqual(['No row fits any input.']);
    expect(messages(table('first', [], [['a'], ['b']]), 'hidden')).toEqual([
      'Row 2 never decides: row 1 decides before it wherever it fits.',
    ]);
  });
});

describe('the tables that ship', () => {
  it.each(Object.values(mentionCare().tables))('are searched wholly, without a fault: $name', (shipped) => {
    const types = Object.fromEntries(shipped.inputs.map(({ name, type }) => [name, type]));
    const { complete, findings } = analyseTable(shipped, types);
    expect(complete).toBe(true);
    expect(findings.filter(({ severity }) => severity !== 'information')).toEqual([]);
  });
});
