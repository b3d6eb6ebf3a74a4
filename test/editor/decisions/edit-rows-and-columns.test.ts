import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainTable } from '../../../definitions/decision/explain.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { gridColumns, textAt } from '../../../editor/decisions/cells.ts';
import {
  withInput,
  withMovedColumn,
  withoutColumn,
  withOutput,
} from '../../../editor/decisions/edit-columns.ts';
import {
  rowForGap,
  sortedBy,
  withDuplicates,
  withMovedRows,
  withNewRows,
  withoutRows,
  withRow,
} from '../../../editor/decisions/edit-rows.ts';
import { examined } from '../../../editor/decisions/examine.ts';
import { anyTable } from '../../decision/any-table.ts';
import { OWNER } from '../../decision/tables.ts';

const newIds = (): (() => string) => {
  let number = 0;
  return () => `new-${(number += 1)}`;
};
const idsOf = ({ rows }: DecisionTable): readonly string[] => rows.map(({ id }) => id);
/** Every cell by its row and its column, wherever the two stand. */
const cellsById = (table: DecisionTable): ReadonlyMap<string, string> =>
  new Map(
    table.rows.flatMap((row) =>
      gridColumns(table).map((column) => [
        JSON.stringify([row.id, column.kind === 'note' ? null : [column.kind, column.clause.id]]),
        textAt(row, column),
      ]),
    ),
  );

describe('rows', () => {
  it('are inserted, duplicated and removed; the others stay the same objects', () => {
    const more = withNewRows(OWNER, 1, 2, newIds());
    expect(idsOf(more)).toEqual(['r1', 'new-1', 'new-2', 'r2', 'r3']);
    expect(more.rows[1]).toEqual({ id: 'new-1', when: ['-', '-'], then: ['', ''] });
    const twice = withDuplicates(OWNER, [0, 1], newIds());
    expect(idsOf(twice)).toEqual(['r1', 'r2', 'new-1', 'new-2', 'r3']);
    expect(twice.rows[3]?.when).toBe(OWNER.rows[1]?.when);
    const fewer = withoutRows(OWNER, [0, 2]);
    expect(fewer.rows).toEqual([OWNER.rows[1]]);
    expect(fewer.rows[0]).toBe(OWNER.rows[1]);
    expect(withoutRows(OWNER, [])).toBe(OWNER);
    expect(withDuplicates(OWNER, [], newIds())).toBe(OWNER);
  });

  it('are moved together, never beyond the ends, and lose nothing', () => {
    expect(idsOf(withMovedRows(OWNER, 0, 2, 1))).toEqual(['r3', 'r1', 'r2']);
    expect(idsOf(withMovedRows(OWNER, 2, 1, -5))).toEqual(['r3', 'r1', 'r2']);
    expect(withMovedRows(OWNER, 1, 2, 9)).toBe(OWNER);
    fc.assert(
      fc.property(
        anyTable,
        fc.nat(9),
        fc.nat(9),
        fc.integer({ min: -9, max: 9 }),
        (table, from, count, to) => {
          const first = Math.min(from, table.rows.length);
          const moved = withMovedRows(table, first, Math.min(count, table.rows.length - first), to);
          expect([...moved.rows].sort(byId)).toEqual([...table.rows].sort(byId));
        },
      ),
    );
  });

  it('are sorted by what stands in a column, those that ask nothing last, alike ones as they stood', () => {
    const [, severity] = gridColumns(OWNER);
    if (severity === undefined) throw new Error('There are two inputs.');
    const rows = ['-', '10', '9', '10'].map((text, at) => ({
      id: `r${at}`,
      when: ['-', text],
      then: ['', ''],
    }));
    const table = { ...OWNER, rows };
    const compare = new Intl.Collator('en', { numeric: true }).compare;
    expect(idsOf(sortedBy(table, severity, compare, false))).toEqual(['r2', 'r1', 'r3', 'r0']);
    expect(idsOf(sortedBy(table, severity, compare, true))).toEqual(['r1', 'r3', 'r2', 'r0']);
    const said = ['"Billing West"', '"Billing"'].map((text, at) => ({
      id: `r${at}`,
      when: [text, '-'],
      then: ['', ''],
    }));
    const [region = severity] = gridColumns(OWNER);
    expect(idsOf(sortedBy({ ...OWNER, rows: said }, region, compare, false))).toEqual(['r1', 'r0']);
    const sorted = sortedBy(table, severity, compare, false);
    expect(sortedBy(sorted, severity, compare, false)).toBe(sorted);
  });
});

describe('columns', () => {
  it('take their cells along wherever they are moved, and back again', () => {
    fc.assert(
      fc.property(
        anyTable,
        fc.constantFrom('input' as const, 'output' as const),
        fc.nat(5),
        fc.integer({ min: -5, max: 5 }),
        (table, kind, at, by) => {
          const moved = withMovedColumn(table, { kind, at }, by);
          expect(cellsById(moved)).toEqual(cellsById(table));
          const clauses = (of: DecisionTable) => (kind === 'input' ? of.inputs : of.outputs);
          const was = clauses(table)[at];
          if (was === undefined) {
            expect(moved).toBe(table);
            return;
          }
          const to = clauses(moved).indexOf(was);
          expect(withMovedColumn(moved, { kind, at: to }, at - to)).toEqual(table);
        },
      ),
    );
  });

  it('are added at the end, asking nothing and saying nothing, and go without trace', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const input = withInput(table, { id: 'more', name: 'more', type: { type: 'number' } });
        expect(
          input.rows.every(({ when }) => when.length === input.inputs.length && when.at(-1) === '-'),
        ).toBe(true);
        expect(withoutColumn(input, { kind: 'input', at: table.inputs.length })).toEqual(table);
        const output = withOutput(table, { id: 'more', name: 'more', type: { type: 'number' } });
        expect(
          output.rows.every(({ then }) => then.length === output.outputs.length && then.at(-1) === ''),
        ).toBe(true);
        expect(withoutColumn(output, { kind: 'output', at: table.outputs.length })).toEqual(table);
      }),
    );
  });
});

describe('a row for a gap', () => {
  it('fits the input that proves the gap, and closes it', () => {
    const gappy = { ...OWNER, rows: OWNER.rows.slice(0, 1) };
    const { findings } = examined(gappy, undefined).analyse();
    const gaps = findings.filter(({ kind }) => kind === 'gap');
    expect(gaps.length).toBeGreaterThan(0);
    let table: DecisionTable = gappy;
    for (const [at, gap] of gaps.entries()) {
      const row = rowForGap(gappy, gap, `gap-${at}`);
      expect(row.then).toEqual(['', '']);
      table = withRow(table, row);
      const scope = Object.fromEntries(
        gappy.inputs.map(({ id, name }) => [name, gap.witness?.[id]?.json ?? null]),
      );
      const { rows } = explainTable(table, examined(gappy, undefined).checked.types, scope, 0);
      expect(rows.find((one) => one.row === row.id)?.hit).toBe(true);
    }
    const left = examined(table, undefined).analyse().findings;
    expect(left.filter(({ kind }) => kind === 'gap')).toEqual([]);
  });
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
