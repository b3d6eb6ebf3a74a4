import { describe, expect, it } from 'vitest';
import { compileTable } from '../../definitions/decision/compile.ts';
import { explainInputs } from '../../definitions/decision/explain-inputs.ts';
import { explainTable } from '../../definitions/decision/explain.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { OWNER, TYPES } from './tables.ts';

const matches = (table: DecisionTable, inputs: Parameters<typeof explainInputs>[1], now = 0) =>
  explainInputs(table, inputs, now).map(({ hit, clauses }) => [
    hit,
    ...clauses.map(({ matched }) => matched),
  ]);

describe('a decision that was made', () => {
  it('is told clause by clause from what its inputs were', () => {
    const [first] = explainInputs(OWNER, { region: 'south', severity: 2 }, 0);
    expect(first).toMatchObject({
      row: 'r1',
      hit: false,
      clauses: [
        { input: { id: 'in-region' }, test: '"north"', value: 'south', matched: false },
        { input: { id: 'in-severity' }, test: '< 5', value: 2, matched: true },
      ],
    });
  });

  it('is told as explaining it over the variables tells it, for the tables that ship', () => {
    for (const table of Object.values(mentionCare().tables)) {
      const types = Object.fromEntries(table.inputs.map(({ name, type }) => [name, type]));
      for (const yes of [true, false]) {
        const scope = Object.fromEntries(
          table.inputs.map(({ name, type }) => [
            name,
            type.type === 'boolean' ? yes : type.type === 'number' ? (yes ? 5 : 0) : null,
          ]),
        );
        const { inputs } = compileTable(table, types).decide(scope, 0);
        const kept = Object.fromEntries(table.inputs.map(({ name }, i) => [name, inputs[i] ?? null]));
        expect(explainInputs(table, kept, 0).map(({ hit }) => hit)).toEqual(
          explainTable(table, types, scope, 0).rows.map(({ hit }) => hit),
        );
      }
    }
  });

  it('needs no expression of an input again, but its value', () => {
    const [region, severity] = OWNER.inputs;
    if (region === undefined || severity === undefined) throw new Error('the table lost its inputs');
    const worked: DecisionTable = { ...OWNER, inputs: [region, { ...severity, expression: 'n * secret' }] };
    expect(matches(worked, { region: 'north', severity: 2 })[0]).toEqual([true, true, true]);
  });

  it('goes by the clock it was made at', () => {
    const dated: DecisionTable = {
      ...OWNER,
      inputs: [{ id: 'd', name: 'day', type: { type: 'date' } }],
      rows: [{ id: 'r', when: ['< date(now())'], then: ['"desk"', '@"PT1H"'] }],
    };
    expect(matches(dated, { day: '2026-03-02' }, Date.UTC(2026, 2, 3))).toEqual([[true, true]]);
    expect(matches(dated, { day: '2026-03-02' }, Date.UTC(2026, 2, 1))).toEqual([[false, false]]);
  });

  it('does not claim what it cannot know: values that were not kept, cells that look elsewhere', () => {
    const rows = [{ id: 'r0', when: ['"north"', '> limit'], then: ['"field"', '@"PT8H"'] }, ...OWNER.rows];
    expect(matches({ ...OWNER, rows }, { region: 'north', severity: 6 })).toEqual([
      [null, true, null],
      [false, true, false],
      [false, false, false],
      [true, true, true],
    ]);
    const inShort = matches(OWNER, { region: { characters: 300 }, severity: 2 });
    expect(inShort.map(([hit]) => hit)).toEqual([null, null, false]);
    expect(matches(OWNER, {}).map(([hit]) => hit)).toEqual([null, null, null]);
  });

  it('says the same as the rows that were kept, whatever the case', () => {
    for (const region of ['north', 'south', null])
      for (const severity of [0, 5, 9, null]) {
        const { result, inputs } = compileTable(OWNER, TYPES).decide({ region, severity }, 0);
        const kept = { region: inputs[0] ?? null, severity: inputs[1] ?? null };
        const hits = explainInputs(OWNER, kept, 0).filter(({ hit }) => hit);
        expect(hits.map(({ row }) => row)).toEqual(result.rows);
      }
  });
});
