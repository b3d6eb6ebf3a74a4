import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { difference } from '../../definitions/edit/difference.ts';
import type { Edit } from '../../definitions/edit/edit.ts';
import { rebase, settled } from '../../definitions/edit/rebase.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Edge, Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { made } from './changes.ts';
import { EXAMPLE, withCell, withTable } from './tidy-example.ts';

function edit(after: DraftContent): Edit {
  return { id: 'mine', label: 'Something', changes: difference(EXAMPLE, after) };
}

/** The example with mine on top of theirs. */
function together(mine: DraftContent, theirs: DraftContent): DraftContent {
  const result = rebase(edit(mine), difference(EXAMPLE, theirs));
  if ('conflicts' in result) throw new Error(JSON.stringify(result.conflicts));
  return made(theirs, result.edit.changes);
}

function conflicts(mine: DraftContent, theirs: DraftContent): unknown {
  const result = rebase(edit(mine), difference(EXAMPLE, theirs));
  return 'conflicts' in result ? result.conflicts : [];
}

/** What mine makes of theirs when it is chosen, or the conflicts that stand against it. */
function chosen(mine: DraftContent, theirs: DraftContent): unknown {
  const result = settled(edit(mine), difference(EXAMPLE, theirs), 'mine');
  return 'conflicts' in result ? result.conflicts : made(theirs, result.edit.changes);
}

const withFlow = (change: (flow: Flow) => Partial<Flow>): DraftContent => ({
  ...EXAMPLE,
  flow: { ...EXAMPLE.flow, ...change(EXAMPLE.flow) },
});
const withNode = (id: string, change: (node: FlowNode) => FlowNode): DraftContent =>
  withFlow(({ nodes }) => ({ nodes: nodes.map((node) => (node.id === id ? change(node) : node)) }));
const placed = (x: number): DraftContent => withNode('done', (node) => ({ ...node, position: { x, y: 0 } }));
const named = (name: string): DraftContent => withNode('done', (node) => ({ ...node, name }));
const withoutNode = withFlow(({ nodes }) => ({ nodes: nodes.filter(({ id }) => id !== 'done'), edges: [] }));
const withEdge = (edge: Edge): DraftContent => withFlow(({ edges }) => ({ edges: [...edges, edge] }));

const withoutRow = (id: string): DraftContent =>
  withTable((table) => ({ ...table, rows: table.rows.filter((row) => row.id !== id) }));
const withColumn = (at: number): DraftContent =>
  withTable((table) => ({
    ...table,
    inputs: table.inputs.toSpliced(at, 0, { id: 'new', name: 'new', type: { type: 'any' } }),
    rows: table.rows.map((row) => ({ ...row, when: row.when.toSpliced(at, 0, '-') })),
  }));
const withoutColumn = (at: number): DraftContent =>
  withTable((table) => ({
    ...table,
    inputs: table.inputs.toSpliced(at, 1),
    rows: table.rows.map((row) => ({ ...row, when: row.when.toSpliced(at, 1) })),
  }));
const withRow = (id: string, at: number, when: readonly string[]): DraftContent =>
  withTable((table) => ({ ...table, rows: table.rows.toSpliced(at, 0, { id, when, then: ['1'] }) }));
const ordered = (...ids: readonly string[]): DraftContent =>
  withTable((table) => ({
    ...table,
    rows: ids.flatMap((id) => table.rows.filter((row) => row.id === id)),
  }));
const tableOf = (content: DraftContent): DecisionTable | undefined => content.tables['remedy'];
const rowsOf = (content: DraftContent): readonly string[] | undefined =>
  tableOf(content)?.rows.map(({ id }) => id);

const NODE = '/flow/nodes/done';
const ROWS = '/tables/remedy/rows';

describe('two edits of one content go together', () => {
  it('in different fields of one node', () => {
    const node = together(placed(500), named('Put right')).flow.nodes.find(({ id }) => id === 'done');
    expect(node).toMatchObject({ name: 'Put right', position: { x: 500, y: 0 } });
  });

  it('in different cells of one row', () => {
    const table = tableOf(together(withCell('r1', 0, '> 5'), withCell('r1', 1, '"visit"')));
    expect(table?.rows[0]?.when).toEqual(['> 5', '"visit"']);
  });

  it('when one puts a column in and the other types in a cell behind it', () => {
    for (const [mine, theirs] of [
      [withColumn(0), withCell('r1', 1, '"visit"')],
      [withCell('r1', 1, '"visit"'), withColumn(0)],
    ] as const) {
      expect(tableOf(together(mine, theirs))?.rows[0]?.when).toEqual(['-', '> 3', '"visit"']);
    }
  });

  it('when one puts a column in and the other a row', () => {
    for (const [mine, theirs] of [
      [withColumn(1), withRow('r4', 0, ['1', '2'])],
      [withRow('r4', 0, ['1', '2']), withColumn(1)],
    ] as const) {
      expect(tableOf(together(mine, theirs))?.rows[0]).toEqual({
        id: 'r4',
        when: ['1', '-', '2'],
        then: ['1'],
      });
    }
  });

  it('when one takes a column away and the other a row', () => {
    for (const [mine, theirs] of [
      [withoutColumn(1), withoutRow('r1')],
      [withoutRow('r1'), withoutColumn(1)],
    ] as const) {
      const table = tableOf(together(mine, theirs));
      expect(table?.rows.map(({ id, when }) => [id, when])).toEqual([
        ['r2', ['-']],
        ['r3', ['-']],
      ]);
    }
  });

  it('when they did the same: nothing is left to do', () => {
    const result = rebase(edit(named('Put right')), difference(EXAMPLE, named('Put right')));
    expect(result).toEqual({ edit: { id: 'mine', label: 'Something', changes: [] } });
    expect(together(withoutRow('r2'), withoutRow('r2'))).toEqual(withoutRow('r2'));
  });

  it('when a row comes behind one that the others took away or moved', () => {
    expect(rowsOf(together(withRow('r4', 2, ['1', '2']), withoutRow('r2')))).toEqual(['r1', 'r4', 'r3']);
    expect(rowsOf(together(withRow('r4', 2, ['1', '2']), ordered('r2', 'r1', 'r3')))).toEqual([
      'r2',
      'r1',
      'r4',
      'r3',
    ]);
  });

  it('when a row comes behind one that they took away, and I take away the one before that', () => {
    const mine = withTable((table) => ({
      ...table,
      rows: table.rows.flatMap((row) =>
        row.id === 'r1' ? [] : row.id === 'r2' ? [row, { ...row, id: 'r4' }] : [row],
      ),
    }));
    expect(rowsOf(together(mine, withoutRow('r2')))).toEqual(['r4', 'r3']);
  });
});

describe('two edits of one content do not go together', () => {
  const cases: readonly (readonly [string, DraftContent, DraftContent, readonly unknown[]])[] = [
    [
      'when both change the same field',
      named('Mine'),
      named('Theirs'),
      [{ kind: 'both changed', thing: NODE, field: 'name', mine: 'Mine', theirs: 'Theirs' }],
    ],
    [
      'when both type in the same cell',
      withCell('r1', 0, '1'),
      withCell('r1', 0, '2'),
      [{ kind: 'both changed', thing: `${ROWS}/r1`, field: 'when/years', mine: '1', theirs: '2' }],
    ],
    [
      'when both move the same row',
      ordered('r3', 'r1', 'r2'),
      ordered('r1', 'r3', 'r2'),
      [{ kind: 'both moved', thing: `${ROWS}/r3`, mine: null, theirs: 'r1' }],
    ],
    [
      'when they removed what I changed',
      named('Mine'),
      withoutNode,
      [{ kind: 'they removed what I changed', thing: NODE, field: 'name', mine: 'Mine' }],
    ],
    [
      'when I removed what they changed',
      withoutNode,
      named('Theirs'),
      [{ kind: 'I removed what they changed', thing: NODE, field: 'name', theirs: 'Theirs' }],
    ],
    [
      'when they removed the node that my arrow leads to',
      withEdge({ id: 'e', from: { node: 'arrives', port: 'x' }, to: 'done' }),
      withoutNode,
      [{ kind: 'they removed what I need', thing: '/flow/edges/e', field: 'to', mine: 'done' }],
    ],
    [
      'when I removed the node that their arrow leads to',
      withoutNode,
      withEdge({ id: 'e', from: { node: 'arrives', port: 'x' }, to: 'done' }),
      [{ kind: 'I removed what they need', thing: '/flow/edges/e', field: 'to', theirs: 'done' }],
    ],
    [
      'when they removed the column that I typed in',
      withCell('r3', 0, '7'),
      withoutColumn(0),
      [{ kind: 'they removed what I need', thing: `${ROWS}/r3`, field: 'when/years' }],
    ],
    [
      'when I removed the column that they typed in',
      withoutColumn(0),
      withCell('r3', 0, '7'),
      [{ kind: 'I removed what they changed', thing: `${ROWS}/r3`, field: 'when/years', theirs: '7' }],
    ],
    [
      'when they removed a column of which my new row has a cell',
      withRow('r4', 0, ['7', '-']),
      withoutColumn(0),
      [{ kind: 'they removed what I need', thing: `${ROWS}/r4`, field: 'when/years' }],
    ],
    [
      'when both add another thing under the same key',
      withEdge({ id: 'e', from: { node: 'arrives', port: 'x' }, to: 'done' }),
      withEdge({ id: 'e', from: { node: 'done', port: 'x' }, to: 'done' }),
      [expect.objectContaining({ kind: 'both added', thing: '/flow/edges/e' })],
    ],
    [
      'when they removed the table that I changed',
      withCell('r1', 0, '7'),
      { ...EXAMPLE, tables: {} },
      [{ kind: 'they removed what I changed', thing: `${ROWS}/r1` }],
    ],
    [
      'when I removed the table that they changed',
      { ...EXAMPLE, tables: {} },
      withCell('r1', 0, '7'),
      [{ kind: 'I removed what they changed', thing: `${ROWS}/r1` }],
    ],
  ];

  it.each(cases)('%s', (_what, mine, theirs, expected) => {
    expect(conflicts(mine, theirs)).toEqual(expected);
  });

  it('and stand when chosen, as long as what they are about is there', () => {
    expect(chosen(named('Mine'), named('Theirs'))).toEqual(named('Mine'));
    expect(chosen(withoutNode, named('Theirs'))).toEqual(withoutNode);
    expect(chosen(withoutColumn(0), withCell('r3', 0, '7'))).toEqual(withoutColumn(0));
    expect(chosen({ ...EXAMPLE, tables: {} }, withCell('r1', 0, '7'))).toEqual({ ...EXAMPLE, tables: {} });
    expect(chosen(ordered('r3', 'r1', 'r2'), ordered('r1', 'r3', 'r2'))).toEqual(ordered('r3', 'r1', 'r2'));
    expect(chosen(named('Mine'), withoutNode)).toEqual(conflicts(named('Mine'), withoutNode));
    expect(settled(edit(named('Mine')), difference(EXAMPLE, named('Theirs')), 'theirs')).toEqual({
      edit: { id: 'mine', label: 'Something', changes: [] },
    });
  });
});
