import fc from 'fast-check';
import type { DecisionTable, TableRow } from '../../definitions/decision/table.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { WordList } from '../../definitions/flow/word-list.ts';

/** Somebody's act, as numbers: which command, and what it is done to, counted round. */
export interface Act {
  readonly command: number;
  readonly part: number;
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

export const anyAct: fc.Arbitrary<Act> = fc.record({
  command: fc.nat(999),
  part: fc.nat(9),
  at: fc.nat(9),
  to: fc.nat(9),
  text: fc.constantFrom('-', '', '1', '2', '"x"', '> 3', 'a', 'b'),
});

type OnFlow = (flow: Flow, act: Act, fresh: string) => Flow;
type OnTable = (table: DecisionTable, act: Act, fresh: string) => DecisionTable;
type OnWords = (list: WordList, act: Act, fresh: string) => WordList;

const ON_FLOW: readonly OnFlow[] = [
  (flow, { text }) => ({ ...flow, name: text }),
  (flow, { at, text }) => ({ ...flow, nodes: inPlace(flow.nodes, at, (node) => ({ ...node, name: text })) }),
  (flow, { at, to }) => ({
    ...flow,
    nodes: inPlace(flow.nodes, at, (node) => ({ ...node, position: { x: to, y: to } })),
  }),
  (flow, { at }) => ({
    ...flow,
    nodes: inPlace(flow.nodes, at, ({ documentation: _gone, ...node }) => node),
  }),
  (flow, { at, to }, id) => ({
    ...flow,
    nodes: put(flow.nodes, at, { id, kind: 'startEvent', name: 'New', position: { x: to, y: 0 } }),
  }),
  (flow, { at }) => {
    const gone = picked(flow.nodes, at)?.id;
    return {
      ...flow,
      nodes: flow.nodes.filter(({ id }) => id !== gone),
      edges: flow.edges.filter(({ from, to }) => from.node !== gone && to !== gone),
    };
  },
  (flow, { at, to }) => ({ ...flow, nodes: moved(flow.nodes, at, to) }),
  (flow, { at, to, part }, id) => {
    const [from, into] = [picked(flow.nodes, at), picked(flow.nodes, to)];
    if (from === undefined || into === undefined) return flow;
    return {
      ...flow,
      edges: put(flow.edges, part, { id, from: { node: from.id, port: 'out' }, to: into.id }),
    };
  },
  (flow, { at, to }) => ({
    ...flow,
    edges: inPlace(flow.edges, at, (edge) => ({ ...edge, to: picked(flow.nodes, to)?.id ?? edge.to })),
  }),
  (flow, { at }) => ({ ...flow, edges: without(flow.edges, at) }),
  (flow, { at, to }) => ({ ...flow, lanes: moved(flow.lanes, at, to) }),
  (flow, { at }, id) => ({ ...flow, lanes: put(flow.lanes, at, { id, name: 'New' }) }),
  (flow, { at, to }) => ({
    ...flow,
    nodes: inPlace(flow.nodes, at, (node) => {
      const lane = picked(flow.lanes, to)?.id;
      return lane === undefined ? node : { ...node, lane };
    }),
  }),
  (flow, { at }, name) => ({ ...flow, variables: inPlace(flow.variables, at, (one) => ({ ...one, name })) }),
  (flow, { at, text }) => ({
    ...flow,
    variables: inPlace(flow.variables, at, (one) => ({ ...one, initial: [text] })),
  }),
];

const ON_TABLE: readonly OnTable[] = [
  (table, { at, to, text }) => ({
    ...table,
    rows: inPlace(table.rows, at, (row) => ({ ...row, when: inPlace(row.when, to, () => text) })),
  }),
  (table, { at, to, text }) => ({
    ...table,
    rows: inPlace(table.rows, at, (row) => ({ ...row, then: inPlace(row.then, to, () => text) })),
  }),
  (table, { at, text }) => ({
    ...table,
    rows: inPlace(table.rows, at, (row) => ({ ...row, annotation: text })),
  }),
  (table, { at, text }, id) => ({
    ...table,
    rows: put(table.rows, at, {
      id,
      when: table.inputs.map(() => text),
      then: table.outputs.map(() => text),
    }),
  }),
  (table, { at }) => ({ ...table, rows: without(table.rows, at) }),
  (table, { at, to }) => ({ ...table, rows: moved(table.rows, at, to) }),
  (table, { at, text, to }, id) => ({
    ...table,
    inputs: put(table.inputs, at, { id, name: 'New', type: { type: 'any' } }),
    rows: table.rows.map((row, index) => ({
      ...row,
      when: put(row.when, at % (table.inputs.length + 1), index === to ? text : '-'),
    })),
  }),
  (table, { at }) => columnWithout(table, at),
  (table, { at, to }) => ({
    ...table,
    inputs: moved(table.inputs, at, to),
    rows: table.rows.map((row) => ({ ...row, when: moved(row.when, at, to) })),
  }),
  (table, { at, text }) => ({
    ...table,
    outputs: inPlace(table.outputs, at, (output) => ({ ...output, name: text })),
  }),
  (table, { text }) => ({ ...table, description: text }),
];

const ON_WORDS: readonly OnWords[] = [
  (list, { at, text }) => ({
    ...list,
    entries: inPlace(list.entries, at, (entry) => ({ ...entry, means: text })),
  }),
  (list, { at }, phrase) => ({ ...list, entries: put(list.entries, at, { phrase, means: 'a' }) }),
  (list, { at }) => ({ ...list, entries: without(list.entries, at) }),
  (list, { at, to }) => ({ ...list, entries: moved(list.entries, at, to) }),
];

/** What the act makes of a content. `fresh` is an id that nothing has. */
export function done(content: DraftContent, act: Act, fresh: string): DraftContent {
  const kind = act.command % 8;
  const command = Math.floor(act.command / 8);
  if (kind < 2)
    return { ...content, flow: picked(ON_FLOW, command)?.(content.flow, act, fresh) ?? content.flow };
  if (kind < 5) return { ...content, tables: onOne(content.tables, act, fresh, picked(ON_TABLE, command)) };
  if (kind === 5) return { ...content, called: onOne(content.called, act, fresh, picked(ON_FLOW, command)) };
  if (kind === 6) {
    return { ...content, wordLists: onOne(content.wordLists, act, fresh, picked(ON_WORDS, command)) };
  }
  return onParts(content, act, fresh);
}

function onParts(content: DraftContent, { at, to, command }: Act, fresh: string): DraftContent {
  const { [picked(Object.keys(content.tables), at) ?? '']: _gone, ...tables } = content.tables;
  const source = picked(Object.values(content.tables), to);
  if (command % 3 === 0) return { ...content, tables };
  if (command % 3 === 1) {
    const calendar = { id: fresh, name: 'New', open: [] };
    return { ...content, calendars: { ...content.calendars, [fresh]: calendar } };
  }
  if (source === undefined) return content;
  return { ...content, tables: { ...content.tables, [fresh]: { ...source, id: fresh } } };
}

function onOne<T>(
  parts: { readonly [id: string]: T },
  act: Act,
  fresh: string,
  command: ((part: T, act: Act, fresh: string) => T) | undefined,
): { readonly [id: string]: T } {
  const id = picked(Object.keys(parts), act.part);
  return Object.fromEntries(
    Object.entries(parts).map(([key, part]) => [
      key,
      key === id && command !== undefined ? command(part, act, fresh) : part,
    ]),
  );
}

function columnWithout(table: DecisionTable, at: number): DecisionTable {
  const rows = table.rows.map((row): TableRow => ({ ...row, when: without(row.when, at) }));
  return { ...table, inputs: without(table.inputs, at), rows };
}

export function picked<T>(items: readonly T[], at: number): T | undefined {
  return items[at % Math.max(1, items.length)];
}

function inPlace<T>(items: readonly T[], at: number, become: (item: T) => T): T[] {
  return items.map((item, index) => (index === at % items.length ? become(item) : item));
}

function put<T>(items: readonly T[], at: number, item: T): T[] {
  return items.toSpliced(at % (items.length + 1), 0, item);
}

function without<T>(items: readonly T[], at: number): T[] {
  return items.filter((_, index) => index !== at % items.length);
}

function moved<T>(items: readonly T[], at: number, to: number): T[] {
  const item = picked(items, at);
  if (item === undefined) return [...items];
  return put(without(items, at), to, item);
}
