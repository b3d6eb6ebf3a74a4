import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../definitions/edit/change.ts';
import { difference } from '../../definitions/edit/difference.ts';
import { EditSchema } from '../../definitions/edit/edit.schema.ts';
import { EDIT_BOUNDS } from '../../definitions/edit/edit.ts';
import { misshapen } from '../../definitions/edit/read-touched.ts';
import { touches } from '../../definitions/edit/touches.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import type { Json } from '../../definitions/flow/json.ts';
import { wildContent } from './any-content.ts';
import { made } from './changes.ts';
import { EXAMPLE, withTable } from './tidy-example.ts';

const node = '/flow/nodes/done';
const set = (thing: string, field: string, before: Json | undefined, after: Json | undefined): Change => ({
  do: 'set',
  thing,
  field,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});
const deep = (levels: number): Json => (levels === 0 ? 1 : [deep(levels - 1)]);

describe('what changes touched', () => {
  const cases: readonly (readonly [string, string, Change])[] = [
    ['the kind of a node', node, set(node, 'kind', 'endEvent', 7)],
    ['another kind, without what that kind has', node, set(node, 'kind', 'endEvent', 'serviceTask')],
    ['a field that no node has', node, set(node, 'colour', undefined, 'red')],
    ['a node without a name', node, set(node, 'name', 'Done', undefined)],
    ['the form of a flow', '/flow', set('/flow', 'schema', 1, 2)],
    [
      'a cell that is no text',
      '/tables/remedy/rows/r1',
      set('/tables/remedy/rows/r1', 'when/years', '> 3', 3),
    ],
    ['a hit policy', '/tables/remedy', set('/tables/remedy', 'hitPolicy', 'first', 'last')],
    [
      'a new arrow',
      '/flow/edges/e',
      { do: 'add', list: '/flow/edges', key: 'e', item: { id: 'e', to: 'done' }, after: null },
    ],
    ['a new table', '/tables/t', { do: 'add', list: '/tables', key: 't', item: { id: 't' }, after: null }],
    [
      'what nests too deep',
      '/flow/variables/x',
      {
        do: 'add',
        list: '/flow/variables',
        key: 'x',
        item: { name: 'x', type: { type: 'any' }, initial: deep(150) },
        after: null,
      },
    ],
  ];

  it.each(cases)('is known to have lost its shape: %s', (_what, thing, change) => {
    expect(misshapen(made(EXAMPLE, [change]), [change])).toEqual([{ thing, message: expect.any(String) }]);
  });

  it('is known to be too much', () => {
    const after = withTable((table) => ({
      ...table,
      rows: Array.from({ length: BOUNDS.tableRows + 1 }, (_, at) => ({ id: `n${at}`, when: [], then: [] })),
    }));
    expect(misshapen(after, difference(EXAMPLE, after))).toEqual([
      { thing: '/tables/remedy/rows', message: expect.any(String) },
    ]);
  });

  it('has its shape, however wrong it is otherwise, when it came from a content that has', () => {
    fc.assert(
      fc.property(wildContent, wildContent, (before, after) => {
        // Phrases are no blanks; everything else the schemas take.
        expect(misshapen(after, difference(before, after))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is told once, part by part and item by item', () => {
    const rename = set('/flow', 'name', 'Care', 'Cure');
    const move: Change = { do: 'move', list: '/flow/nodes', key: 'done', from: 'arrives', to: null };
    expect(touches([rename, move, set(node, 'name', 'Done', 'Over')])).toEqual([
      { address: '/flow', part: '/flow', collection: 'flow' },
      { address: node, part: '/flow', collection: 'flow', list: 'nodes', key: 'done' },
    ]);
  });
});

describe('an edit from outside', () => {
  const edit = (changes: readonly unknown[]): unknown => ({ id: 'e', label: 'Something', changes });

  it('is read as it was sent, whatever it changes', () => {
    fc.assert(
      fc.property(wildContent, wildContent, (before, after) => {
        const sent: unknown = JSON.parse(JSON.stringify(edit(difference(before, after))));
        expect(canonicalJson(EditSchema.parse(sent))).toBe(canonicalJson(sent));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a kind of change that there is not', [{ do: 'clear', list: '/flow/nodes' }]],
    ['something beside what a change has', [{ ...set(node, 'name', 'a', 'b'), force: true }]],
    ['a place that is no address', [set('flow', 'name', 'a', 'b')]],
    ['a value that nests too deep', [set(node, 'name', 'a', deep(BOUNDS.depth + 2))]],
    ['a value so deep that reading it would not end well', [set(node, 'name', 'a', deep(4000))]],
    ['a date', [{ ...set(node, 'name', 'a', 'b'), after: new Date(0) }]],
    ['half a character', [set(node, 'name', 'a', { b: '\ud800' })]],
    ['a number that JSON has not', [set(node, 'name', 'a', Number.NaN)]],
    ['a key without an end', [set(node, 'x'.repeat(EDIT_BOUNDS.keyCharacters + 1), 'a', 'b')]],
    ['an item that is none', [{ do: 'add', list: '/flow/nodes', key: 'a', item: 'a', after: null }]],
    [
      'changes without an end',
      Array.from({ length: EDIT_BOUNDS.changes + 1 }, () => set(node, 'name', 'a', 'b')),
    ],
  ])('is refused with %s', (_what, changes) => {
    expect(EditSchema.safeParse(edit(changes)).success).toBe(false);
  });
});
