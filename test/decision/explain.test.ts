import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTable } from '../../definitions/decision/compile.ts';
import { explainTable } from '../../definitions/decision/explain.ts';
import { HIT_POLICIES, type DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compile.ts';
import { OWNER, TYPES } from './tables.ts';

describe('an explanation', () => {
  it('says for each clause the test, the value and whether it matched', () => {
    const { result, rows } = explainTable(OWNER, TYPES, { region: 'south', severity: 2 }, 0);
    expect(result).toEqual({ value: { team: 'desk', 'due in': 'PT8H' }, rows: ['r2'] });
    expect(rows[0]).toEqual({
      row: 'r1',
      clauses: [
        {
          input: 'in-region',
          test: '"north"',
          value: 'south',
          matched: false,
          wouldMatch: { words: '"north"', example: 'north' },
        },
        { input: 'in-severity', test: '< 5', value: 2, matched: true },
      ],
      hit: false,
      counted: false,
    });
    expect(rows.map(({ hit }) => hit)).toEqual([false, true, false]);
  });

  it.each([
    ['string', '"gold", "silver"', 'none', { words: '"gold" or "silver"', example: 'gold' }],
    ['string', 'not("gold")', 'gold', { words: 'anything but "gold"' }],
    ['string', 'starts with(?, "g")', 'x', { words: 'something for which “starts with(?, "g")” holds' }],
    ['string', 'null', 'x', { words: 'nothing', example: null }],
    ['number', '> 10', 7, { words: 'more than 10', example: 11 }],
    ['number', '<= 10', 70.5, { words: '10 or less', example: 10 }],
    ['number', '(1..2)', 9, { words: 'more than 1 and less than 2', example: 1.5 }],
    ['number', '[1..2], [5..8), 20', 10, { words: '20, 1 to 2 or 5 or more and less than 8', example: 7 }],
    ['number', 'not(3, 4)', 3, { words: 'anything but 3 or 4', example: 2 }],
    ['boolean', 'true', false, { words: 'true', example: true }],
    ['date', '>= @"2026-02-01"', '2026-01-01', { words: '2026-02-01 or more', example: '2026-02-01' }],
    ['number', 'nonsense', 1, { words: 'nothing at all: the cell cannot be read' }],
  ] as const)('says what would have matched: %s %s', (type, test, value, expected) => {
    const table: DecisionTable = {
      id: 't',
      name: 'T',
      hitPolicy: 'first',
      inputs: [{ id: 'in', name: 'given', type: { type } }],
      outputs: [{ id: 'out', name: 'out', type: { type: 'number' } }],
      rows: [{ id: 'r', when: [test], then: ['1'] }],
    };
    const [row] = explainTable(table, { given: { type } }, { given: value }, 0).rows;
    expect(row?.clauses[0]?.wouldMatch).toEqual(expected);
  });

  const types: TypeEnvironment = { s: { type: 'string' }, n: { type: 'number' }, d: { type: 'date' } };
  const cell = {
    s: fc.constantFrom('-', '"a"', '"a", "b"', 'not("a")', 'null', 'starts with(?, "a")', 's', '"'),
    n: fc.constantFrom('-', '1', '< 2', '[1..3)', 'not(1, 2)', '> n - 1', '? > 1 and ? < 3', 'null', '> "x"'),
    d: fc.constantFrom('-', '< @"2026-01-02"', '[@"2026-01-01"..@"2026-01-03"]', 'today()', 'not(null)'),
  };
  const result = fc.constantFrom(
    '1',
    'n',
    'n + 0.1',
    'null',
    'if s = "a" then 2 else 3',
    'd.day',
    '1 / 0',
    'nonsense',
  );
  const tables = fc.record({
    hitPolicy: fc.constantFrom(...HIT_POLICIES),
    aggregation: fc.constantFrom(undefined, 'sum' as const, 'min' as const, 'max' as const, 'count' as const),
    rows: fc.array(fc.record({ s: cell.s, n: cell.n, d: cell.d, then: result }), { maxLength: 6 }),
    fallback: fc.option(result, { nil: undefined }),
  });
  const scopes = fc.record({
    s: fc.constantFrom('a', 'b', null, 7),
    n: fc.constantFrom(0, 1, 2, 2.5, null, 'one'),
    d: fc.constantFrom('2026-01-01', '2026-01-02', '1970-01-01', null, 'soon'),
  });

  it('comes to what evaluating comes to, and its rows are the rows that hit', () => {
    fc.assert(
      fc.property(tables, scopes, ({ hitPolicy, aggregation, rows, fallback }, scope) => {
        const table: DecisionTable = {
          id: 't',
          name: 'T',
          hitPolicy,
          ...(aggregation && hitPolicy === 'collect' ? { aggregation } : {}),
          inputs: (['s', 'n', 'd'] as const).map((name) => ({
            id: name,
            name,
            type: types[name] ?? { type: 'any' },
          })),
          outputs: [
            {
              id: 'o',
              name: 'o',
              type: { type: 'number' },
              ...(fallback === undefined ? {} : { default: fallback }),
            },
          ],
          rows: rows.map(({ s, n, d, then }, i) => ({ id: `r${i}`, when: [s, n, d], then: [then] })),
        };
        const evaluated = compileTable(table, types).evaluate(scope, 0);
        const explained = explainTable(table, types, scope, 0);
        expect(explained.result).toEqual(evaluated);
        const hits = explained.rows.filter(({ hit }) => hit).map(({ row }) => row);
        // Without an order of values the first is as important as any.
        const isOne = hitPolicy === 'first' || hitPolicy === 'priority';
        expect(isOne ? hits.slice(0, 1) : hits).toEqual(evaluated.rows);
        const counted = explained.rows.filter((row) => row.counted).map(({ row }) => row);
        expect(counted).toEqual(evaluated.error ? [] : evaluated.rows);
        for (const { row, clauses } of explained.rows) {
          for (const { input, matched, wouldMatch } of clauses) {
            expect(matched).toBe(wouldMatch === undefined);
            if (wouldMatch?.example === undefined) continue;
            const other = explainTable(table, types, { ...scope, [input]: wouldMatch.example }, 0);
            const clause = other.rows
              .find((each) => each.row === row)
              ?.clauses.find((each) => each.input === input);
            expect(clause?.matched).toBe(true);
          }
        }
        if (hitPolicy === 'unique' && hits.length > 1)
          expect(evaluated).toMatchObject({ value: null, error: 'several rows hit' });
      }),
      { numRuns: 300 },
    );
  });
});
