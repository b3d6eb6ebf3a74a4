import { describe, expect, it } from 'vitest';
import { applied } from '../../definitions/edit/applied.ts';
import { inverse, type Change } from '../../definitions/edit/change.ts';
import { difference } from '../../definitions/edit/difference.ts';
import type { UnfitCode } from '../../definitions/edit/unfit.ts';
import { made } from './changes.ts';
import { EXAMPLE, withCell, withTable } from './tidy-example.ts';

const REFUSED: readonly (readonly [string, UnfitCode, Change])[] = [
  [
    'a field in which something else stands',
    'not what stands there',
    { do: 'set', thing: '/flow', field: 'name', before: 'Other', after: 'New' },
  ],
  [
    'a field that is there, told as absent',
    'not what stands there',
    { do: 'set', thing: '/flow/nodes/done', field: 'outcome', after: 'x' },
  ],
  [
    'a node that is not there',
    'no such thing',
    { do: 'set', thing: '/flow/nodes/nobody', field: 'name', before: 'x', after: 'y' },
  ],
  [
    'a table that is not there',
    'no such thing',
    { do: 'set', thing: '/tables/none', field: 'name', before: 'x', after: 'y' },
  ],
  [
    'a part of another kind',
    'no such place',
    { do: 'set', thing: '/activities/x', field: 'name', before: 'x', after: 'y' },
  ],
  [
    'a list as if it were a field',
    'not a field',
    { do: 'set', thing: '/flow', field: 'nodes', before: [], after: [] },
  ],
  [
    'a key as if it were a field',
    'not a field',
    { do: 'set', thing: '/flow/nodes/done', field: 'id', before: 'done', after: 'end' },
  ],
  [
    'a cell of no column',
    'no such column',
    { do: 'set', thing: '/tables/remedy/rows/r1', field: 'when/kind', before: '-', after: '1' },
  ],
  [
    'a cell that would be absent',
    'not a field',
    { do: 'set', thing: '/tables/remedy/rows/r1', field: 'when/years', before: '> 3' },
  ],
  [
    'a key that is taken',
    'key taken',
    { do: 'add', list: '/flow/lanes', key: 'steps', item: { id: 'steps', name: '' }, after: null },
  ],
  [
    'another key than the item has',
    'key and item differ',
    { do: 'add', list: '/flow/lanes', key: 'one', item: { id: 'two', name: '' }, after: null },
  ],
  [
    'a place behind nothing',
    'nothing to stand behind',
    { do: 'add', list: '/flow/lanes', key: 'one', item: { id: 'one', name: '' }, after: 'gone' },
  ],
  [
    'a place behind itself',
    'nothing to stand behind',
    { do: 'move', list: '/flow/nodes', key: 'done', from: 'arrives', to: 'done' },
  ],
  [
    'a column in whose cells something stands',
    'cells are left',
    {
      do: 'remove',
      list: '/tables/remedy/inputs',
      key: 'years',
      item: { id: 'years', name: 'years', type: { type: 'number' } },
      after: null,
    },
  ],
  [
    'a row that is told otherwise',
    'not what stands there',
    { do: 'remove', list: '/tables/remedy/rows', key: 'r3', item: { id: 'r3' }, after: 'r2' },
  ],
  [
    'a row with a cell of no column',
    'no such column',
    { do: 'add', list: '/tables/remedy/rows', key: 'r4', item: { id: 'r4', 'when/x': '1' }, after: null },
  ],
  [
    'the main flow, to be removed',
    'no such place',
    { do: 'remove', list: '/flow', key: 'care', item: {}, after: null },
  ],
  [
    'a table under a taken id',
    'key taken',
    { do: 'add', list: '/tables', key: 'remedy', item: { id: 'remedy' }, after: null },
  ],
];

describe('changes that do not fit', () => {
  it.each(REFUSED)('are refused as data: %s', (_what, code, change) => {
    const fitting: Change = { do: 'set', thing: '/flow', field: 'name', before: 'Care', after: 'Kept?' };
    expect(applied(EXAMPLE, [fitting, change])).toEqual({
      problem: { code, message: expect.any(String), change },
    });
    expect(EXAMPLE.flow.name).toBe('Care');
  });
});

describe('changes that fit', () => {
  it('leave what they do not touch the same objects', () => {
    const after = made(EXAMPLE, difference(EXAMPLE, withCell('r2', 0, '> 1')));
    expect(after.flow).toBe(EXAMPLE.flow);
    expect(after.wordLists).toBe(EXAMPLE.wordLists);
    const [table, was] = [after.tables['remedy'], EXAMPLE.tables['remedy']];
    expect(table?.inputs).toBe(was?.inputs);
    expect(table?.rows[0]).toBe(was?.rows[0]);
    expect(table?.rows[1]).toEqual({ ...was?.rows[1], when: ['> 1', '"visit"'] });
    expect(made(EXAMPLE, [])).toBe(EXAMPLE);
  });

  it('say the places that things really stood at, so that they can be put back there', () => {
    const change: Change = { do: 'move', list: '/tables/remedy/rows', key: 'r3', from: null, to: null };
    const result = applied(EXAMPLE, [change]);
    if ('problem' in result) throw new Error(result.problem.message);
    expect(result.made).toEqual([{ ...change, from: 'r2' }]);
    expect(made(result.content, inverse(result.made))).toEqual(EXAMPLE);
  });

  it('give rows that a new column finds an empty cell', () => {
    const column = { id: 'loyal', name: 'loyal', type: { type: 'boolean' } };
    const after = made(EXAMPLE, [
      { do: 'add', list: '/tables/remedy/inputs', key: 'loyal', item: column, after: 'years' },
    ]);
    expect(after.tables['remedy']?.rows.map(({ when }) => when)).toEqual([
      ['> 3', '-', '"bill"'],
      ['-', '-', '"visit"'],
      ['-', '-', '-'],
    ]);
  });
});

describe('the difference', () => {
  it('of one moved row among many is one move', () => {
    const many = withTable((table) => ({
      ...table,
      rows: Array.from({ length: 5000 }, (_, at) => ({ id: `row ${at}`, when: ['-', '-'], then: ['1'] })),
    }));
    const after = withTable(({ rows, ...table }) => {
      const row = rows[4000];
      return { ...table, rows: row === undefined ? rows : rows.toSpliced(4000, 1).toSpliced(3, 0, row) };
    }, many);
    expect(difference(many, after)).toEqual([
      { do: 'move', list: '/tables/remedy/rows', key: 'row 4000', from: 'row 3999', to: 'row 2' },
    ]);
  });

  it('of a column put in among others is that column, and what stands in its cells', () => {
    const after = withTable((table) => ({
      ...table,
      inputs: table.inputs.toSpliced(0, 0, { id: 'new', name: 'new', type: { type: 'any' } }),
      rows: table.rows.map((row, at) => ({ ...row, when: [at === 1 ? '7' : '-', ...row.when] })),
    }));
    expect(difference(EXAMPLE, after)).toEqual([
      {
        do: 'add',
        list: '/tables/remedy/inputs',
        key: 'new',
        item: { id: 'new', name: 'new', type: { type: 'any' } },
        after: null,
      },
      { do: 'set', thing: '/tables/remedy/rows/r2', field: 'when/new', before: '-', after: '7' },
    ]);
  });

  it('of words tells phrases that stand twice apart', () => {
    const flags = EXAMPLE.wordLists['flags'];
    if (flags === undefined) throw new Error('No list.');
    const entries = flags.entries.map((entry) =>
      entry.means === 'angry' ? { ...entry, means: 'late' } : entry,
    );
    const after = { ...EXAMPLE, wordLists: { flags: { ...flags, entries } } };
    expect(difference(EXAMPLE, after)).toEqual([
      {
        do: 'set',
        thing: '/wordLists/flags/entries/still waiting^2',
        field: 'means',
        before: 'angry',
        after: 'late',
      },
    ]);
  });
});
