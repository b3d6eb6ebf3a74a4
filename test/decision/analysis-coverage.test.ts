import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../definitions/decision/analysis/coverage.ts';
import { explainTable } from '../../definitions/decision/explain.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { anyTable, everyInput, typesOf } from './random-tables.ts';
import { OWNER, POINTS, TYPES } from './tables.ts';

function at(...scopes: JsonObject[]) {
  return scopes.map((scope) => ({ scope, now: 0 }));
}

describe('condition coverage', () => {
  it('counts how often each cell passed and failed, and each row was hit', () => {
    const coverage = coverageOf(
      OWNER,
      TYPES,
      at(
        { region: 'north', severity: 2 },
        { region: 'north', severity: 7 },
        { region: 'south', severity: 9 },
      ),
    );
    expect(coverage.rows).toEqual([
      {
        row: 'r1',
        asked: 3,
        fitted: 1,
        decided: 1,
        clauses: [
          { input: 'in-region', test: '"north"', isAny: false, passed: 2, failed: 1 },
          { input: 'in-severity', test: '< 5', isAny: false, passed: 1, failed: 1 },
        ],
      },
      {
        row: 'r2',
        asked: 3,
        fitted: 0,
        decided: 0,
        clauses: [
          { input: 'in-region', test: '"south"', isAny: false, passed: 1, failed: 2 },
          { input: 'in-severity', test: '< 5', isAny: false, passed: 0, failed: 1 },
        ],
      },
      {
        row: 'r3',
        asked: 3,
        fitted: 2,
        decided: 2,
        clauses: [
          { input: 'in-region', test: '-', isAny: true, passed: 3, failed: 0 },
          { input: 'in-severity', test: '>= 5', isAny: false, passed: 2, failed: 1 },
        ],
      },
    ]);
    expect(coverage).toMatchObject({ neverFitted: ['r2'], clauses: { all: 5, covered: 4 }, unanswered: 0 });
    expect(coverage.summary).toBe(
      '3 inputs: 2 of 3 rows were hit (never: row 2); of 5 conditions 4 were seen both to pass and to fail, 1 only to fail.',
    );
  });

  it('of a table of the policy first ends with the row that decides', () => {
    const first: DecisionTable = { ...POINTS, hitPolicy: 'first' };
    const coverage = coverageOf(first, TYPES, at({ severity: 5 }));
    expect(coverage.rows.map(({ asked }) => asked)).toEqual([1, 0, 0]);
    expect(coverage.summary).toBe(
      '1 input: 1 of 3 rows were hit (never: rows 2 and 3); of 3 conditions 0 were seen both to pass and to fail, 1 only to pass, 2 never reached.',
    );
  });

  it('of nothing is nothing', () => {
    expect(coverageOf(OWNER, TYPES, [])).toMatchObject({ inputs: 0, neverFitted: ['r1', 'r2', 'r3'] });
  });

  it('reads expressions, the clock and the other inputs', () => {
    const [severity] = POINTS.inputs;
    if (!severity) throw new Error('the table lost its input');
    const clocked: DecisionTable = {
      ...POINTS,
      inputs: [
        { ...severity, name: 'doubled', expression: 'severity * 2' },
        { id: 'day', name: 'day', type: { type: 'date' } },
      ],
      rows: [{ id: 'r1', when: ['> 8', '< today()'], then: ['1'] }],
    };
    const types = { ...TYPES, day: { type: 'date' } } as const;
    const scope = { severity: 5, day: '2026-03-01' };
    const now = Date.UTC(2026, 2, 1);
    const covered = (when: number) => coverageOf(clocked, types, [{ scope, now: when }]).rows[0];
    expect(covered(now)).toMatchObject({ fitted: 0, clauses: [{ passed: 1 }, { failed: 1 }] });
    expect(covered(now + 86_400_000)).toMatchObject({ fitted: 1, decided: 1 });
  });

  it('tells with which input a value is not of its type', () => {
    const heard: [string, number][] = [];
    const given = at({ region: 'north', severity: 2 }, { region: 'north', severity: 'high' });
    const { unanswered } = coverageOf(OWNER, TYPES, given, (...told) => void heard.push(told));
    expect(unanswered).toBe(1);
    expect(heard).toEqual([['A value declared as number held a string.', 1]]);
  });

  it('asks each cell within limits of its own, and none where an input was given up', () => {
    const [severity] = POINTS.inputs;
    if (!severity) throw new Error('the table lost its input');
    const long = 'count(for a in 1..severity, b in 1..1000 return a)';
    const rows = Array.from({ length: 9 }, (_, i) => ({ id: `${i}`, when: [`${long} > ${i}`], then: ['1'] }));
    // Each of the rows alone stays within the limit, all together do not.
    const costly = coverageOf({ ...POINTS, rows }, TYPES, at({ severity: 80 }));
    expect(costly.rows.every(({ fitted }) => fitted === 1)).toBe(true);
    const inputs = [{ ...severity, name: 'much', expression: long }];
    const givenUp = coverageOf({ ...POINTS, inputs }, TYPES, at({ severity: 80 }, { severity: 5000 }));
    expect(givenUp).toMatchObject({ inputs: 2, unanswered: 1 });
    expect(givenUp.rows.map(({ asked }) => asked)).toEqual([1, 1, 1]);
  });

  it('agrees with what explains a decision', () => {
    fc.assert(
      fc.property(anyTable(true), fc.infiniteStream(fc.nat()), (table, numbers) => {
        const all = everyInput(table, true);
        const scopes = [...numbers.take(4)].map((n) => ({ limit: n % 4, ...all[n % all.length] }));
        const coverage = coverageOf(table, typesOf(table), at(...scopes));
        const explained = scopes.map((scope) => explainTable(table, typesOf(table), scope, 0));
        for (const [r, row] of coverage.rows.entries()) {
          const told = explained.flatMap(({ rows }) => rows[r] ?? []);
          const hits = told.filter(({ hit }) => hit).length;
          expect(row.fitted).toBe(
            table.hitPolicy === 'first' ? told.filter(({ counted }) => counted).length : hits,
          );
          expect(row.decided).toBe(told.filter(({ counted }) => counted).length);
        }
      }),
      { numRuns: 150, seed: 20260301 },
    );
  });
});
