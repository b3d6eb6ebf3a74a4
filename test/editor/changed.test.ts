import { describe, expect, it } from 'vitest';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { differenceOf, isSame } from '../../editor/flows/changed/compared.ts';
import { comparedRows } from '../../editor/flows/changed/compared-rows.ts';
import { leafChanges } from '../../editor/flows/changed/leaf-changes.ts';
import { marksOf } from '../../editor/flows/changed/marks.ts';
import { toldPart } from '../../editor/flows/changed/told-part.ts';
import { careRevision } from '../store/care-revision.ts';

const care = careRevision();
const GREET: ActivityContract = {
  name: 'greet',
  title: 'Greet',
  description: 'Says hello.',
  input: {},
  output: {},
  effect: 'none',
  errors: [],
  retry: { maximumAttempts: 3, initialIntervalMs: 100, backoffCoefficient: 2, maximumIntervalMs: 1000 },
  limits: { startToCloseMs: 1000, scheduleToCloseMs: 5000 },
};
const readJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));
const copy = (): Revision => JSON.parse(JSON.stringify(care));

/** The care flow with one of its steps, known by its name, a little to the right. */
function withMoved(name: string): Revision {
  const nodes = care.flow.nodes.map((node) =>
    node.name === name ? { ...node, position: { ...node.position, x: node.position.x + 8 } } : node,
  );
  return { ...care, flow: { ...care.flow, nodes } };
}

describe('what changed, as it is told', () => {
  it('is nothing between two that say the same', () => {
    expect(isSame(differenceOf(care, copy()))).toBe(true);
  });

  it('is all of it where there was nothing', () => {
    const difference = differenceOf(null, care);
    expect(isSame(difference)).toBe(false);
    expect(difference.parts.map(({ became }) => became)).toEqual(difference.parts.map(() => 'added'));
    expect(difference.parts).toHaveLength(
      1 +
        Object.keys(care.called).length +
        Object.keys(care.tables).length +
        Object.keys(care.wordLists).length +
        Object.keys(care.calendars).length,
    );
  });

  it('tells of an activity that works by another description', () => {
    const using = { ...care, activities: { greet: GREET } };
    const difference = differenceOf(using, {
      ...using,
      activities: { greet: { ...GREET, description: 'Otherwise.' } },
    });
    expect(difference.activities).toEqual(['Greet']);
    expect(isSame(difference)).toBe(false);
  });

  it('marks a step that only stands elsewhere as moved, and counts it in one line', () => {
    const after = withMoved('Who is it?');
    const difference = differenceOf(care, after);
    const id = care.flow.nodes.find(({ name }) => name === 'Who is it?')?.id ?? '';
    expect([...marksOf(after.flow, difference.parts, after.flow.id).steps]).toEqual([[id, 'moved']]);
    const [part] = difference.parts;
    if (part === undefined || difference.compared === null) throw new Error('Nothing changed.');
    const told = toldPart(part, difference.compared);
    expect(told.moved).toBe(1);
    expect(told.lists.flatMap(({ items }) => items)).toEqual([]);
  });

  it('marks the steps that use a table which is another', () => {
    const urgency = care.tables['urgency'];
    if (urgency === undefined) throw new Error('There is no such table.');
    const after = {
      ...care,
      tables: { ...care.tables, urgency: { ...urgency, rows: urgency.rows.slice(1) } },
    };
    const { parts } = differenceOf(care, after);
    const marked = [after.flow, ...Object.values(after.called)].flatMap((flow) =>
      [...marksOf(flow, parts, after.flow.id).steps].map(
        ([id, became]) => [flow.nodes.find((node) => node.id === id), became] as const,
      ),
    );
    expect(marked.length).toBeGreaterThan(0);
    for (const [node, became] of marked) {
      expect(became).toBe('changed');
      expect(node).toMatchObject({ decision: { table: 'urgency' } });
    }
  });

  it('marks arrows that are led elsewhere, and says from where to where', () => {
    const [edge] = care.flow.edges;
    const to = care.flow.nodes.find(({ kind }) => kind === 'endEvent')?.id ?? '';
    const after = {
      ...care,
      flow: { ...care.flow, edges: care.flow.edges.map((one) => (one === edge ? { ...one, to } : one)) },
    };
    const difference = differenceOf(care, after);
    expect([...marksOf(after.flow, difference.parts, after.flow.id).arrows]).toEqual([[edge?.id, 'changed']]);
    const [part] = difference.parts;
    if (part === undefined || difference.compared === null) throw new Error('Nothing changed.');
    const nameOf = (id: string): string => care.flow.nodes.find((node) => node.id === id)?.name ?? '';
    const told = toldPart(part, difference.compared).lists.flatMap(({ items }) => items);
    expect(told).toMatchObject([
      { fields: [{ title: 'Leads to', before: nameOf(edge?.to ?? ''), after: nameOf(to) }] },
    ]);
  });

  it('comes down to single values: nothing is left that is written in parts', () => {
    const nodes = [care.flow, ...Object.values(care.called)].flatMap((flow) => flow.nodes);
    const leaves = nodes.flatMap((node) =>
      Object.entries(node)
        .filter(([field]) => field !== 'position')
        .flatMap(([field, value]) => leafChanges(undefined, readJson(value), [field])),
    );
    expect(leaves.length).toBeGreaterThan(100);
    for (const { path, after } of leaves)
      if (path.at(-1) !== 'type') expect([after].flat().every((one) => typeof one !== 'object')).toBe(true);
  });

  it('finds the one value in a list of ways that is another, by the name of the way', () => {
    const ways = (condition: string, second: string) => [
      { port: 'a', name: 'yes', condition },
      { port: 'b', name: second, condition: 'x > 2' },
    ];
    expect(leafChanges(ways('x = 1', 'no'), ways('x = 2', 'no'), ['branches'])).toEqual([
      { path: ['branches', 'condition'], items: ['yes'], before: 'x = 1', after: 'x = 2' },
    ]);
    expect(leafChanges(ways('x', 'no'), ways('x', 'no').toReversed(), ['branches'])).toEqual([
      { path: ['branches'], items: [], isReordered: true },
    ]);
    expect(leafChanges(ways('x', 'no'), ways('x', 'never'), ['branches'])).toEqual([
      { path: ['branches', 'name'], items: ['never'], before: 'no', after: 'never' },
    ]);
  });
});

describe('two states of a table', () => {
  const table = (rows: DecisionTable['rows'], more: Partial<DecisionTable> = {}): DecisionTable => ({
    id: 't',
    name: 'T',
    hitPolicy: 'first',
    inputs: [{ id: 'a', name: 'A', type: { type: 'string' } }],
    outputs: [{ id: 'z', name: 'Z', type: { type: 'string' } }],
    rows,
    ...more,
  });
  const row = (id: string, when: readonly string[], then: readonly string[]) => ({ id, when, then });

  it('are told row by row: new, gone, moved, and cell by cell', () => {
    const before = table([row('1', ['-'], ['"x"']), row('2', ['"b"'], ['"y"']), row('3', ['-'], ['"z"'])]);
    const after = table([row('3', ['-'], ['"z"']), row('1', ['-'], ['"q"']), row('4', ['"d"'], ['"w"'])]);
    const { rows } = comparedRows(before, after);
    expect(rows.map(({ key, became, number }) => [key, became, number])).toEqual([
      ['3', 'moved', 1],
      ['1', 'changed', 2],
      ['4', 'added', 3],
      ['2', 'removed', 2],
    ]);
    expect(rows[1]?.cells).toEqual([
      { key: 'when/a', before: '-', after: '-' },
      { key: 'then/z', before: '"x"', after: '"q"' },
    ]);
  });

  it('have the columns of both', () => {
    const before = table([row('1', ['-'], ['"x"'])]);
    const after = table([row('1', ['"n"'], ['"x"'])], {
      inputs: [{ id: 'b', name: 'B', type: { type: 'string' } }],
    });
    const { columns, rows } = comparedRows(before, after);
    expect(columns.map(({ name, became }) => [name, became])).toEqual([
      ['A', 'removed'],
      ['B', 'added'],
      ['Z', null],
    ]);
    expect(rows[0]?.cells.map(({ before: was, after: is }) => [was, is])).toEqual([
      ['-', null],
      [null, '"n"'],
      ['"x"', '"x"'],
    ]);
  });
});
