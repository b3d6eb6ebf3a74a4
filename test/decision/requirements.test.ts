import { describe, expect, it } from 'vitest';
import { compileTable } from '../../definitions/decision/compile.ts';
import { decideInOrder } from '../../definitions/decision/decide.ts';
import { requirementsOf, withAllRequired, withRequired } from '../../definitions/decision/requirements.ts';
import { formatTable } from '../../definitions/decision/json/format-table.ts';
import { lostRequirements } from '../../definitions/decision/lost-requirements.ts';
import { readTableText } from '../../definitions/decision/json/read-table.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';

const NUMBER = { type: 'number' } as const;

/** Adds up what it requires and `n`. */
function sum(id: string, requires?: Readonly<Record<string, string>>): DecisionTable {
  const names = Object.keys(requires ?? {});
  return {
    id,
    name: `Table ${id}`,
    hitPolicy: 'first',
    ...(requires && { requires }),
    inputs: [],
    outputs: [{ id: 'o', name: 'sum', type: NUMBER }],
    rows: [{ id: `${id}-1`, when: [], then: [['n', ...names].join(' + ')] }],
  };
}
const byId = (...tables: readonly DecisionTable[]): Record<string, DecisionTable> =>
  Object.fromEntries(tables.map((table) => [table.id, table]));

describe('tables that require others', () => {
  const bottom = sum('bottom');
  const left = sum('left', { low: 'bottom' });
  const right = sum('right', { base: 'bottom' });
  const top = sum('top', { one: 'left', other: 'right' });
  const tables = byId(top, left, right, bottom);

  it('are decided each once, after those that they require', () => {
    const { tables: order, unknown, circular } = requirementsOf(top, tables);
    expect(order.map(({ id }) => id)).toEqual(['bottom', 'left', 'right']);
    expect([unknown, circular]).toEqual([[], []]);
    const heard: string[] = [];
    const ready = [...order, top].map((table) => ({
      table,
      compiled: compileTable(table, withRequired(table, { n: NUMBER }, tables)),
    }));
    expect(ready.flatMap(({ compiled }) => compiled.problems)).toEqual([]);
    const decided = decideInOrder(ready, { n: 1 }, 0, ({ id }, scope) =>
      heard.push(`${id} over ${Object.keys(scope).join(', ')}`),
    );
    expect(decided.map(({ table, result }) => [table.id, result.value])).toEqual([
      ['bottom', 1],
      ['left', 2],
      ['right', 2],
      ['top', 5],
    ]);
    expect(heard).toEqual([
      'bottom over n',
      'left over n, low',
      'right over n, base',
      'top over n, one, other',
    ]);
  });

  it('end with the first that is in error', () => {
    const twice: DecisionTable = {
      ...bottom,
      hitPolicy: 'unique',
      rows: [...bottom.rows, { id: 'bottom-2', when: [], then: ['2'] }],
    };
    const all = byId(left, twice);
    const ready = [twice, left].map((table) => ({
      table,
      compiled: compileTable(table, withRequired(table, { n: NUMBER }, all)),
    }));
    const decided = decideInOrder(ready, { n: 1 }, 0);
    expect(decided).toMatchObject([{ table: { id: 'bottom' }, result: { error: 'several rows hit' } }]);
  });

  it('that are not there, or that would be decided before themselves, are named', () => {
    const a = sum('a', { b: 'b', gone: 'nowhere' });
    const b = sum('b', { c: 'c', itself: 'b' });
    const c = sum('c', { a: 'a' });
    const { tables: order, unknown, circular } = requirementsOf(a, byId(a, b, c));
    expect(order.map(({ id }) => id)).toEqual(['c', 'b']);
    expect(unknown.map(({ by, name, table }) => [by.id, name, table])).toEqual([['a', 'gone', 'nowhere']]);
    expect(circular.map(({ by, name }) => [by.id, name])).toEqual([
      ['c', 'a'],
      ['b', 'itself'],
    ]);
    expect([...withAllRequired(['a'], byId(a, b, c))].toSorted()).toEqual(['a', 'b', 'c', 'nowhere']);
  });

  it('know a whole chain of five hundred', () => {
    const chain = Array.from({ length: 500 }, (_, n) =>
      sum(`t${n}`, n === 0 ? undefined : { below: `t${n - 1}` }),
    );
    const last = chain.at(-1) ?? top;
    expect(requirementsOf(last, byId(...chain)).tables).toHaveLength(499);
  });

  it('stand alone in other files, which say that they are given what others decide', () => {
    expect(lostRequirements(bottom)).toEqual([]);
    expect(lostRequirements(left)).toMatchObject([{ code: 'lost', severity: 'warning' }]);
    expect(lostRequirements(top)[0]?.message).toBe(
      'Another table decides “one”, “other” for it. In this file those are values that it is given.',
    );
  });

  it('stand in a file with what they require', () => {
    expect(readTableText(formatTable(top)).table).toEqual(top);
    expect(formatTable(top)).toContain('  "requires": { "one": "left", "other": "right" },\n');
    expect(formatTable(bottom)).not.toContain('requires');
  });
});
