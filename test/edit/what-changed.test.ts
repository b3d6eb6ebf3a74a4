import { describe, expect, it } from 'vitest';
import { whatChanged } from '../../definitions/edit/what-changed.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { EXAMPLE, withCell, withTable } from './tidy-example.ts';

describe('what changed between two contents', () => {
  it('is nothing where nothing did', () => {
    expect(whatChanged(EXAMPLE, JSON.parse(JSON.stringify(EXAMPLE)))).toEqual([]);
  });

  it('is told part by part: what came, what went, what is another', () => {
    const flow = EXAMPLE.flow;
    const after: DraftContent = {
      ...EXAMPLE,
      flow: {
        ...flow,
        name: 'Cure',
        nodes: flow.nodes.map((node) => (node.id === 'done' ? { ...node, name: 'Put right' } : node)),
        edges: [],
        lanes: [...flow.lanes, { id: 'more', name: 'More' }],
      },
      wordLists: {},
      calendars: { office: { id: 'office', name: 'Office hours', open: [] } },
    };
    const item = { isMoved: false, fields: [] };
    expect(whatChanged(EXAMPLE, after)).toEqual([
      {
        address: '/flow',
        collection: 'flow',
        name: 'Cure',
        became: 'changed',
        fields: [{ field: 'name', before: 'Care', after: 'Cure' }],
        items: [
          {
            ...item,
            address: '/flow/lanes/more',
            list: 'lanes',
            key: 'more',
            became: 'added',
            item: { id: 'more', name: 'More' },
          },
          {
            ...item,
            address: '/flow/nodes/done',
            list: 'nodes',
            key: 'done',
            became: 'changed',
            item: after.flow.nodes[1],
            fields: [{ field: 'name', before: 'Done', after: 'Put right' }],
          },
          {
            ...item,
            address: '/flow/edges/arrives-done',
            list: 'edges',
            key: 'arrives-done',
            became: 'removed',
            item: flow.edges[0],
          },
        ],
      },
      {
        address: '/wordLists/flags',
        collection: 'wordLists',
        id: 'flags',
        name: 'Flags',
        became: 'removed',
        fields: [],
        items: [],
      },
      {
        address: '/calendars/office',
        collection: 'calendars',
        id: 'office',
        name: 'Office hours',
        became: 'added',
        fields: [],
        items: [],
      },
    ]);
  });

  it('is told of a table by rows and cells', () => {
    const after = withTable(
      ({ rows, ...table }) => ({
        ...table,
        rows: [rows[2], rows[0]]
          .flatMap((row) => (row === undefined ? [] : [row]))
          .concat({
            id: 'r4',
            when: ['1', '2'],
            then: ['3'],
          }),
      }),
      withCell('r1', 1, '"late"'),
    );
    const [table, ...others] = whatChanged(EXAMPLE, after);
    expect(others).toEqual([]);
    expect(
      table?.items.map(({ key, became, isMoved, fields }) => ({ key, became, isMoved, fields })),
    ).toEqual([
      { key: 'r2', became: 'removed', isMoved: false, fields: [] },
      { key: 'r3', became: 'changed', isMoved: true, fields: [] },
      { key: 'r4', became: 'added', isMoved: false, fields: [] },
      {
        key: 'r1',
        became: 'changed',
        isMoved: false,
        fields: [
          {
            field: 'when/topic',
            cell: { column: 'topic', member: 'when' },
            before: '"bill"',
            after: '"late"',
          },
        ],
      },
    ]);
    expect(table?.items.map(({ item }) => item['when'])).toEqual([
      ['-', '"visit"'],
      ['-', '-'],
      ['1', '2'],
      ['> 3', '"late"'],
    ]);
  });

  it('tells a column that went once, and not again in each row', () => {
    const after = withTable((table) => ({
      ...table,
      inputs: table.inputs.toSpliced(0, 1),
      rows: table.rows.map((row) => ({ ...row, when: row.when.toSpliced(0, 1) })),
    }));
    expect(whatChanged(EXAMPLE, after)[0]?.items.map(({ list, key, became }) => [list, key, became])).toEqual(
      [['inputs', 'years', 'removed']],
    );
  });
});
