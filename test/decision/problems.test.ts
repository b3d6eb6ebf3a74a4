import { describe, expect, it } from 'vitest';
import { compileTable } from '../../definitions/decision/compile.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { OWNER, POINTS, TYPES } from './tables.ts';

function changed(change: Partial<DecisionTable>, table = POINTS) {
  return compileTable({ ...table, ...change }, TYPES).problems;
}

describe('what is wrong with a table', () => {
  it('is placed by row and column', () => {
    expect(changed({ rows: [{ id: 'r1', when: ['> "a"'], then: ['1'] }] })).toMatchObject([
      { part: 'when', row: 'r1', column: 'in', code: 'type mismatch', severity: 'error', from: 0, to: 5 },
    ]);
    expect(changed({ rows: [{ id: 'r1', when: ['-'], then: ['severty'] }] })).toMatchObject([
      { part: 'then', row: 'r1', column: 'out', code: 'unknown variable', nearest: 'severity' },
    ]);
  });

  it('tells a result that is not of the output’s type, or not among its values', () => {
    expect(changed({ rows: [{ id: 'r1', when: ['-'], then: ['"high"'] }] })).toMatchObject([
      { part: 'then', code: 'type mismatch' },
    ]);
    expect(
      changed({ rows: [{ id: 'r1', when: ['-', '-'], then: ['"feld"', '@"PT1H"'] }] }, OWNER),
    ).toMatchObject([
      { part: 'then', column: 'out-team', code: 'value not allowed', severity: 'warning', nearest: 'field' },
    ]);
    expect(
      changed({ rows: [{ id: 'r1', when: ['"nroth"', '-'], then: ['"field"', '@"PT1H"'] }] }, OWNER),
    ).toMatchObject([
      { part: 'when', column: 'in-region', code: 'value not allowed', severity: 'warning', nearest: 'north' },
    ]);
  });

  it('tells an input for which nothing is given, and still reads it', () => {
    const table: DecisionTable = {
      ...POINTS,
      inputs: [{ id: 'in', name: 'severty', type: { type: 'number' } }],
    };
    const compiled = compileTable(table, TYPES);
    expect(compiled.problems).toMatchObject([
      { part: 'input', column: 'in', code: 'unknown variable', nearest: 'severity' },
    ]);
    expect(compiled.evaluate({ severty: 2 }, 0).rows).toEqual(['r1']);
  });

  it('tells an input of another type than what is given, and a text where a string is wanted', () => {
    expect(changed({ inputs: [{ id: 'in', name: 'region', type: { type: 'number' } }] })).toMatchObject([
      { part: 'input', column: 'in', code: 'type mismatch' },
    ]);
    const looking: Partial<DecisionTable> = {
      inputs: [{ id: 'in', name: 'message', type: { type: 'string' } }],
      rows: [],
    };
    expect(changed(looking)).toMatchObject([{ part: 'input', column: 'in', severity: 'error' }]);
    const text: Partial<DecisionTable> = {
      inputs: [{ id: 'in', name: 'message', type: { type: 'text' } }],
      rows: [{ id: 'r1', when: ['"help"'], then: ['1'] }],
    };
    expect(changed(text)).toMatchObject([
      { part: 'when', row: 'r1', column: 'in', code: 'text in expression' },
    ]);
  });

  it.each<[string, Partial<DecisionTable>, object]>([
    ['a row too short', { rows: [{ id: 'r1', when: [], then: ['1'] }] }, { row: 'r1' }],
    ['a row too long', { rows: [{ id: 'r1', when: ['-'], then: ['1', '2'] }] }, { row: 'r1' }],
    ['the same row id twice', { rows: [...POINTS.rows, ...POINTS.rows.slice(0, 1)] }, { row: 'r1' }],
    ['no output', { outputs: [], rows: [] }, {}],
    ['a sum over first', { hitPolicy: 'first', aggregation: 'sum' }, {}],
  ])('%s', (_name, change, place) => {
    expect(changed(change)).toMatchObject([
      { code: 'table shape', part: 'shape', severity: 'error', ...place },
    ]);
  });

  it('keeps to its cell: the other rows still decide', () => {
    const table: DecisionTable = {
      ...POINTS,
      rows: [{ id: 'broken', when: ['> '], then: ['1'] }, ...POINTS.rows],
    };
    expect(compileTable(table, TYPES).evaluate({ severity: 2 }, 0)).toEqual({ value: [1], rows: ['r1'] });
  });
});
