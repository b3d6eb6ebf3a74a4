import { describe, expect, it } from 'vitest';
import { compileTable } from '../../definitions/decision/compile.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import { OWNER, POINTS, TYPES } from './tables.ts';

function decide(table: DecisionTable, scope: JsonObject) {
  return compileTable(table, TYPES).evaluate(scope, 0);
}

describe('a unique table', () => {
  it('gives the outputs of the row that hits, as a context by name', () => {
    expect(compileTable(OWNER, TYPES).problems).toEqual([]);
    expect(decide(OWNER, { region: 'south', severity: 2 })).toEqual({
      value: { team: 'desk', 'due in': 'PT8H' },
      rows: ['r2'],
    });
    expect(decide(OWNER, { region: 'south', severity: 6 }).value).toEqual({
      team: 'lead',
      'due in': 'PT10M',
    });
  });

  it('is an error when several rows hit, with no value', () => {
    const overlapping: DecisionTable = { ...POINTS, hitPolicy: 'unique' };
    expect(decide(overlapping, { severity: 3 })).toEqual({
      value: null,
      rows: ['r1', 'r2'],
      error: 'several rows hit',
    });
    expect(decide(overlapping, { severity: 2 })).toEqual({ value: 1, rows: ['r1'] });
  });

  it('is null when no row hits, or its default', () => {
    expect(decide(OWNER, { region: null, severity: 2 })).toEqual({ value: null, rows: [] });
    const [team, due] = OWNER.outputs;
    if (!team || !due) throw new Error('the table lost its outputs');
    const withDefault: DecisionTable = { ...OWNER, outputs: [{ ...team, default: '"lead"' }, due] };
    expect(decide(withDefault, { region: null, severity: 2 })).toEqual({
      value: { team: 'lead', 'due in': null },
      rows: [],
    });
  });
});

describe('a table of values by importance', () => {
  const urgency: DecisionTable = {
    ...POINTS,
    hitPolicy: 'priority',
    outputs: [
      { id: 'out', name: 'urgency', type: { type: 'string', allowed: ['now', 'today', 'this week'] } },
    ],
    rows: [
      { id: 'r1', when: ['-'], then: ['"this week"'] },
      { id: 'r2', when: ['> 2'], then: ['"now"'] },
      { id: 'r3', when: ['> 1'], then: ['"today"'] },
    ],
  };

  it('gives the most important of what hits', () => {
    expect(compileTable(urgency, TYPES).problems).toEqual([]);
    expect(decide(urgency, { severity: 3 })).toEqual({ value: 'now', rows: ['r2'] });
    expect(decide(urgency, { severity: 2 })).toEqual({ value: 'today', rows: ['r3'] });
    expect(decide(urgency, { severity: 0 })).toEqual({ value: 'this week', rows: ['r1'] });
  });

  it('gives all, the most important first, or in drawn order', () => {
    expect(decide({ ...urgency, hitPolicy: 'output order' }, { severity: 3 })).toEqual({
      value: ['now', 'today', 'this week'],
      rows: ['r2', 'r3', 'r1'],
    });
    expect(decide({ ...urgency, hitPolicy: 'rule order' }, { severity: 3 })).toEqual({
      value: ['this week', 'now', 'today'],
      rows: ['r1', 'r2', 'r3'],
    });
    expect(decide({ ...POINTS, hitPolicy: 'rule order' }, { severity: 0 })).toEqual({ value: [], rows: [] });
  });

  it('needs an output that says what is important', () => {
    expect(compileTable({ ...POINTS, hitPolicy: 'priority' }, TYPES).problems).toMatchObject([
      {
        code: 'table shape',
        message: '“priority” needs an output whose allowed values stand by importance.',
      },
    ]);
  });
});

describe('a table any row of which may decide', () => {
  const any: DecisionTable = { ...POINTS, hitPolicy: 'any' };
  const agreed: DecisionTable = { ...any, rows: any.rows.map((row) => ({ ...row, then: ['7'] })) };

  it('has a value as long as they agree', () => {
    expect(decide(agreed, { severity: 9 })).toEqual({ value: 7, rows: ['r1', 'r2', 'r3'] });
    expect(decide(any, { severity: 2 })).toEqual({ value: 1, rows: ['r1'] });
    expect(decide(any, { severity: 9 })).toEqual({
      value: null,
      rows: ['r1', 'r2', 'r3'],
      error: 'rows that hit differ',
    });
  });
});

describe('a first table', () => {
  it('takes the first row that hits, in drawn order', () => {
    expect(decide({ ...POINTS, hitPolicy: 'first' }, { severity: 9 })).toEqual({ value: 1, rows: ['r1'] });
  });
});

describe('a collect table', () => {
  it.each([
    [undefined, [1, 8, 0.5], []],
    ['sum', 9.5, null],
    ['min', 0.5, null],
    ['max', 8, null],
    ['count', 3, 0],
  ] as const)('with %s', (aggregation, all, none) => {
    const table: DecisionTable = aggregation ? { ...POINTS, aggregation } : POINTS;
    expect(decide(table, { severity: 4 })).toEqual({ value: all, rows: ['r1', 'r2', 'r3'] });
    expect(decide(table, { severity: 0 })).toEqual({ value: none, rows: [] });
  });

  it('of several outputs gives contexts', () => {
    const table: DecisionTable = { ...OWNER, hitPolicy: 'collect' };
    expect(decide(table, { region: 'north', severity: 1 }).value).toEqual([
      { team: 'field', 'due in': 'PT8H' },
    ]);
    expect(compileTable(table, TYPES).type).toEqual({
      type: 'list',
      of: {
        type: 'context',
        fields: {
          team: { type: 'string', allowed: ['field', 'desk', 'lead'] },
          'due in': { type: 'days and time duration' },
        },
      },
    });
  });
});

describe('inputs', () => {
  const doubled: DecisionTable = {
    ...POINTS,
    hitPolicy: 'first',
    inputs: [{ id: 'in', name: 'weight', expression: 'severity * 2', type: { type: 'number' } }],
  };

  it('may be expressions over what the table is given', () => {
    expect(compileTable(doubled, TYPES).problems).toEqual([]);
    expect(decide(doubled, { severity: 1 }).rows).toEqual(['r1']);
    expect(decide(doubled, { severity: 0.5 }).rows).toEqual([]);
  });

  it('read a value of another type as null', () => {
    expect(decide(POINTS, { severity: 'high' })).toEqual({ value: [], rows: [] });
  });

  it('keep exact numbers between the expression and the test', () => {
    const exact: DecisionTable = { ...doubled, rows: [{ id: 'r1', when: ['0.3'], then: ['1'] }] };
    const tenths: DecisionTable = {
      ...exact,
      inputs: [{ id: 'in', name: 'x', expression: '0.1 + severity', type: { type: 'number' } }],
    };
    expect(decide(tenths, { severity: 0.2 }).rows).toEqual(['r1']);
  });
});

describe('deciding', () => {
  it('comes to what evaluating comes to, and says what the inputs were', () => {
    const given = { region: 'south', severity: 2 };
    expect(compileTable(OWNER, TYPES).decide(given, 0)).toEqual({
      result: decide(OWNER, given),
      inputs: ['south', 2],
    });
    const doubled: DecisionTable = {
      ...POINTS,
      inputs: [{ id: 'in', name: 'x', expression: '0.1 + severity', type: { type: 'number' } }],
    };
    expect(compileTable(doubled, TYPES).decide({ severity: 0.2 }, 0).inputs).toEqual([0.3]);
  });

  it('is not changed by inputs that are too large to be written down', () => {
    const nested = Array.from({ length: 1_100 }, () => 0).reduce<Json>((inner) => [inner], null);
    const table: DecisionTable = {
      ...POINTS,
      hitPolicy: 'first',
      inputs: [{ id: 'in', name: 'deep', type: { type: 'any' } }],
      rows: [{ id: 'r1', when: ['-'], then: ['1'] }],
    };
    const compiled = compileTable(table, { deep: { type: 'any' } });
    expect(compiled.evaluate({ deep: nested }, 0)).toEqual({ value: 1, rows: ['r1'] });
    expect(compiled.decide({ deep: nested }, 0)).toEqual({
      result: { value: 1, rows: ['r1'] },
      inputs: [undefined],
    });
  });
});
