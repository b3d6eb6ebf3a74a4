import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTable } from '../../definitions/decision/compile.ts';
import { explainTable } from '../../definitions/decision/explain.ts';
import { planTable } from '../../definitions/decision/plan-table.ts';
import { HIT_POLICIES, type DecisionTable } from '../../definitions/decision/table.ts';
import { Budget } from '../../definitions/feel/budget.ts';
import type { TypeEnvironment } from '../../definitions/feel/compile.ts';
import { frameFor } from '../../definitions/feel/compiler.ts';
import { link } from '../../definitions/feel/link/link.ts';
import { linkTable } from '../../definitions/feel/link/table.ts';

const TYPES: TypeEnvironment = {
  tier: { type: 'string' },
  amount: { type: 'number' },
  isOwn: { type: 'boolean' },
  day: { type: 'date' },
  at: { type: 'date and time' },
  any: { type: 'any' },
};
const NAMES = Object.keys(TYPES);

const numbers = fc.constantFrom('0', '1', '2', '2.5', '-1', '0.1', '1e30', '0.1000000000000000000001');
const dates = fc.constantFrom('@"2026-01-01"', '@"2026-01-02"', '@"2026-02-01"');
const moments = fc.constantFrom(
  '@"2026-01-01T10:00:00Z"',
  '@"2026-01-01T11:00:00+01:00"',
  '@"2026-01-02T00:00:00Z"',
);

function ordered(ends: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const comparison = fc.tuple(fc.constantFrom('<', '<=', '>', '>='), ends).map((parts) => parts.join(' '));
  const interval = fc
    .tuple(fc.constantFrom('[', '(', ']'), ends, ends, fc.constantFrom(']', ')', '['))
    .map(([open, low, high, close]) => `${open}${low}..${high}${close}`);
  const one = fc.oneof(ends, comparison, interval, fc.constant('null'));
  const several = fc.array(one, { minLength: 1, maxLength: 3 }).map((tests) => tests.join(', '));
  return fc.oneof(
    several,
    several.map((tests) => `not(${tests})`),
  );
}

const CELLS: { readonly [name: string]: fc.Arbitrary<string> } = {
  tier: fc.constantFrom(
    '"a"',
    '"b"',
    '"a", "c"',
    'not("a", "b")',
    'null',
    'not(null)',
    '["a", "b"]',
    'starts with(?, "a")',
    '> "a"',
    '"',
  ),
  amount: fc.oneof(
    { weight: 5, arbitrary: ordered(numbers) },
    { weight: 1, arbitrary: fc.constantFrom('? > 1 and ? < 3', '> amount - 1', '> "x"', '!= 2') },
  ),
  isOwn: fc.constantFrom('true', 'false', 'true, false', 'not(true)', 'null'),
  day: ordered(dates),
  at: ordered(moments),
  any: fc.oneof(ordered(numbers), fc.constantFrom('"a"', 'true', 'null', 'not("a")')),
};

const rows = fc.array(
  fc.tuple(
    ...NAMES.map((name) =>
      fc.oneof(
        { weight: 2, arbitrary: fc.constant('-') },
        { weight: 3, arbitrary: CELLS[name] ?? fc.constant('-') },
      ),
    ),
  ),
  { minLength: 5, maxLength: 80 },
);

const scopes = fc.record({
  tier: fc.constantFrom('a', 'b', 'c', 'z', null, 7),
  amount: fc.constantFrom(-1, 0, 0.1, 0.5, 1, 2, 2.5, 3, 1e30, 2e30, -0, null, 'one'),
  isOwn: fc.constantFrom(true, false, null, 'true'),
  day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-15', '2026-02-01', null, 'soon'),
  at: fc.constantFrom('2026-01-01T10:00:00Z', '2026-01-01T10:00:00.000000001Z', '2026-01-01T12:00:00Z', null),
  any: fc.constantFrom(1, 'a', true, null, [1], { a: 1 }),
});

function tableOf(
  cells: readonly (readonly string[])[],
  hitPolicy: DecisionTable['hitPolicy'],
): DecisionTable {
  return {
    id: 't',
    name: 'T',
    hitPolicy,
    inputs: NAMES.map((name) => ({ id: `in-${name}`, name, type: TYPES[name] ?? { type: 'any' } })),
    outputs: [{ id: 'out', name: 'out', type: { type: 'number' } }],
    rows: cells.map((when, i) => ({ id: `r${i}`, when, then: [String(i % 3)] })),
  };
}

/** What an evaluation spends: a step for each look into the indexes, and one for each row that is asked by itself. */
class CountingBudget extends Budget {
  spent = 0;
  override spend(steps: number): void {
    this.spent += steps;
    super.spend(steps);
  }
}

describe('a table that finds its rows by an index', () => {
  it('decides as asking every cell decides', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...HIT_POLICIES),
        fc.array(scopes, { minLength: 1, maxLength: 5 }),
        (cells, policy, inputs) => {
          const table = tableOf(cells, policy);
          const compiled = compileTable(table, TYPES);
          for (const scope of inputs)
            expect(compiled.evaluate(scope, 0)).toEqual(explainTable(table, TYPES, scope, 0).result);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('finds rows among thousands that all end elsewhere', () => {
    const ends = Array.from({ length: 3_000 }, (_, row) => [row * 7.5, row * 7.5 + 20 + (row % 11)] as const);
    const table: DecisionTable = {
      ...tableOf([], 'collect'),
      inputs: [
        { id: 'amount', name: 'amount', type: { type: 'number' } },
        { id: 'tier', name: 'tier', type: { type: 'string' } },
      ],
      rows: ends.map(([low, high], row) => ({
        id: `r${row}`,
        when: [`[${low}..${high})`, `"t${row}", "u${row % 2_000}", "v${row}"`],
        then: [String(row)],
      })),
    };
    const compiled = compileTable(table, TYPES);
    expect(compiled.problems).toEqual([]);
    for (const amount of [0, 7.5, 20, 1_000.25, 11_111, 22_491.9, 22_520, -1]) {
      for (const tier of ['t3', 'u133', 'v1481', 'none']) {
        const expected = ends.flatMap(([low, high], row) =>
          amount >= low && amount < high && [`t${row}`, `u${row % 2_000}`, `v${row}`].includes(tier)
            ? [row]
            : [],
        );
        expect(compiled.evaluate({ amount, tier }, 0).value).toEqual(expected);
      }
      const near = Math.floor(amount / 7.5);
      expect(compiled.evaluate({ amount, tier: `t${near}` }, 0).value).toEqual(
        amount < 0 || amount >= 22_520 ? [] : [near],
      );
    }
  });

  it.each(['first', 'collect'] as const)('asks of thousands of rows no more than of ten: %s', (hitPolicy) => {
    const workOf = (count: number): number => {
      const table: DecisionTable = {
        ...tableOf([], hitPolicy),
        inputs: ['tier', 'isOwn', 'amount', 'any'].map((name) => ({
          id: name,
          name,
          type: name === 'any' ? { type: 'number' } : (TYPES[name] ?? { type: 'any' }),
        })),
        rows: Array.from({ length: count }, (_, row) => ({
          id: `r${row}`,
          when: [`"s${row}", "z"`, '-', `[${row}..${count - 1}]`, `> ${row - 5}`],
          then: [String(row)],
        })),
      };
      const { plan, slots, problems } = planTable(table, TYPES);
      expect(problems).toEqual([]);
      const last = count - 1;
      const budget = new CountingBudget();
      const scope = { tier: `s${last}`, isOwn: true, amount: last, any: last };
      const frame = { ...frameFor(scope, 0, slots), budget };
      const linked = linkTable(plan, link);
      expect(linked.hits(linked.inputs(frame), frame)).toEqual([last]);
      return budget.spent;
    };
    expect([workOf(10), workOf(5_000)]).toEqual([1, 1]);
  });

  it('asks the rows that are left by cells that no index knows', () => {
    const table: DecisionTable = {
      ...tableOf([], 'collect'),
      inputs: [{ id: 'amount', name: 'amount', type: { type: 'number' } }],
      rows: Array.from({ length: 40 }, (_, row) => ({
        id: `r${row}`,
        when: [row % 2 === 0 ? `>= ${row}` : `? >= ${row} and count(for i in 1..3 return i) = 3`],
        then: [String(row)],
      })),
    };
    const { value } = compileTable(table, TYPES).evaluate({ amount: 20 }, 0);
    expect(value).toEqual(Array.from({ length: 21 }, (_, row) => row));
  });
});
