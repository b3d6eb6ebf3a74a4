import fc from 'fast-check';
import type { DecisionTable, TableRow } from '../../definitions/decision/table.ts';
import { HIT_POLICIES } from '../../definitions/decision/table.ts';
import type { Calendar } from '../../definitions/flow/calendar.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { WordList } from '../../definitions/flow/word-list.ts';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import { anyFlow } from '../flow/any-flow.ts';

// Few, so that they meet, and such as could be taken for something else.
const id = fc.constantFrom(
  'a',
  'b',
  'c',
  'd',
  'a^2',
  '^',
  '^^',
  '~',
  '/',
  'when/a',
  '__proto__',
  'constructor',
);
const feel = fc.constantFrom('-', '', '1', '"x"', '> 3');
const type = fc.constantFrom({ type: 'number' } as const, { type: 'string' } as const);

const rowOf = (inputs: number, outputs: number, isUneven: boolean): fc.Arbitrary<TableRow> => {
  const cells = (count: number): fc.Arbitrary<string[]> =>
    isUneven ? fc.array(feel, { maxLength: 4 }) : fc.array(feel, { minLength: count, maxLength: count });
  return fc.record(
    { id, when: cells(inputs), then: cells(outputs), annotation: feel },
    { requiredKeys: ['id', 'when', 'then'] },
  );
};

/** A table whose ids may stand twice and whose rows may be uneven. */
const wildTable: fc.Arbitrary<DecisionTable> = fc
  .record({ inputs: fc.nat(3), outputs: fc.nat(3), isUneven: fc.boolean() })
  .chain(({ inputs, outputs, isUneven }) =>
    fc.record(
      {
        id,
        name: feel,
        description: feel,
        hitPolicy: fc.constantFrom(...HIT_POLICIES),
        inputs: fc.array(
          fc.record({ id, name: feel, type, expression: feel }, { requiredKeys: ['id', 'name', 'type'] }),
          { minLength: inputs, maxLength: inputs },
        ),
        outputs: fc.array(
          fc.record({ id, name: feel, type, default: feel }, { requiredKeys: ['id', 'name', 'type'] }),
          { minLength: outputs, maxLength: outputs },
        ),
        rows: fc.array(rowOf(inputs, outputs, isUneven), { maxLength: 6 }),
      },
      { requiredKeys: ['id', 'name', 'hitPolicy', 'inputs', 'outputs', 'rows'] },
    ),
  );

const entry = fc.record(
  { phrase: id, means: feel, weight: fc.integer({ min: -3, max: 3 }) },
  { requiredKeys: ['phrase', 'means'] },
);
const wildWordList: fc.Arbitrary<WordList> = fc.record(
  { id, name: feel, language: fc.constant('en'), entries: fc.array(entry, { maxLength: 6 }) },
  { requiredKeys: ['id', 'name', 'entries'] },
);

const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  id,
  name: feel,
  open: fc.constantFrom(
    [],
    [{ from: '2026-01-01T08:00:00Z', to: '2026-01-01T16:00:00Z' }],
    [{ from: '2026-01-02T08:00:00Z', to: '2026-01-02T16:00:00Z' }],
  ),
});

const anyScenario: fc.Arbitrary<Scenario> = fc.record(
  {
    name: fc.constantFrom('One', 'Two'),
    start: fc.constantFrom('2026-01-01T08:00:00Z', '2026-01-02T08:00:00Z'),
    variables: fc.dictionary(id, fc.integer(), { maxKeys: 2 }),
    tasks: fc.dictionary(id, fc.constant('nobody' as const), { maxKeys: 2 }),
    messages: fc.constantFrom([], [{ name: 'mention', after: 'P1D', facts: {} }]),
    until: fc.constantFrom('P1D', 'P2D'),
  },
  { requiredKeys: ['name', 'start', 'variables'] },
);

const parts = <T>(part: fc.Arbitrary<T>): fc.Arbitrary<{ readonly [id: string]: T }> =>
  fc
    .array(fc.tuple(id, part), { maxLength: 2 })
    .map((pairs) => Object.fromEntries(pairs) satisfies { readonly [id: string]: T });

/** Any content of the right shape, however wrong: ids that stand twice, uneven rows, parts under other ids. */
export const wildContent: fc.Arbitrary<DraftContent> = fc.record({
  flow: anyFlow,
  called: parts(anyFlow),
  tables: parts(wildTable),
  wordLists: parts(wildWordList),
  calendars: parts(anyCalendar),
  scenarios: parts(anyScenario),
});

/** Any content in which each id stands once in its list, and each row has a cell for each column. */
export const tidyContent: fc.Arbitrary<DraftContent> = wildContent.map((content) => ({
  flow: tidyFlow(content.flow),
  called: mapped(content.called, tidyFlow),
  tables: mapped(content.tables, tidyTable),
  wordLists: mapped(content.wordLists, (list) => ({
    ...list,
    entries: once(list.entries, ({ phrase }) => phrase),
  })),
  calendars: content.calendars,
  scenarios: content.scenarios,
}));

function tidyFlow(flow: Flow): Flow {
  return {
    ...flow,
    variables: once(flow.variables, ({ name }) => name),
    lanes: once(flow.lanes, ({ id: key }) => key),
    nodes: once(flow.nodes, ({ id: key }) => key),
    edges: once(flow.edges, ({ id: key }) => key),
  };
}

function tidyTable(table: DecisionTable): DecisionTable {
  const inputs = once(table.inputs, ({ id: key }) => key);
  const outputs = once(table.outputs, ({ id: key }) => key);
  const rows = once(table.rows, ({ id: key }) => key).map((row) => ({
    ...row,
    when: inputs.map((_, at) => row.when[at] ?? '-'),
    then: outputs.map((_, at) => row.then[at] ?? ''),
  }));
  return { ...table, inputs, outputs, rows };
}

function once<T>(items: readonly T[], key: (item: T) => string): T[] {
  const met = new Set<string>();
  return items.filter((item) => !met.has(key(item)) && met.add(key(item)));
}

function mapped<T>(all: { readonly [id: string]: T }, become: (part: T) => T): { readonly [id: string]: T } {
  return Object.fromEntries(Object.entries(all).map(([key, part]) => [key, become(part)]));
}
