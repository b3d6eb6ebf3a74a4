import { describe, expect, it } from 'vitest';
import { analyseTable } from '../../definitions/decision/analysis/analyse.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { found, messages, table, TYPES } from './analysing.ts';

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

describe('outputs', () => {
  it('that may not have the value that they are given are named', () => {
    const worked = table('first', ['amount'], [['> 5', 'a'], ['> 1', 'b']]); // prettier-ignore
    const [first, ...others] = worked.rows;
    if (!first) throw new Error('the table lost its row');
    const joined = { ...worked, rows: [{ ...first, then: ['"a" + "b"'] }, ...others] };
    expect(messages(joined, 'not allowed')).toEqual([
      'Row 1 gives "ab", which is not among the allowed values of “answer”.',
    ]);
    const spelled = { ...worked, rows: [{ ...first, then: ['"ab"'] }, ...others] };
    expect(analyseTable(spelled, TYPES).problems.map(({ code }) => code)).toEqual(['value not allowed']);
    expect(messages(spelled, 'not allowed')).toEqual([]);
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

  it('names the rows that have an error', () => {
    const { complete, howFar, findings } = analyseTable(
      table('first', ['amount', 'flag'], [['> 5', '"a"', 'a'], ['> 7', '-', 'b'], ['-', '-', 'a']], '"b"'),
      TYPES,
    ); // prettier-ignore
    expect({ complete, howFar }).toEqual({
      complete: false,
      howFar: 'Row 1 has an error, and so fits nothing.',
    });
    expect(findings).toEqual([]);
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
