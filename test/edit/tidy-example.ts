import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';

const remedy: DecisionTable = {
  id: 'remedy',
  name: 'Which remedy?',
  hitPolicy: 'first',
  inputs: [
    { id: 'years', name: 'years', type: { type: 'number' } },
    { id: 'topic', name: 'topic', type: { type: 'string' } },
  ],
  outputs: [{ id: 'kind', name: 'kind', type: { type: 'string' } }],
  rows: [
    { id: 'r1', when: ['> 3', '"bill"'], then: ['"credit"'] },
    { id: 'r2', when: ['-', '"visit"'], then: ['"new visit"'], annotation: 'Nobody came.' },
    { id: 'r3', when: ['-', '-'], then: ['"apology"'] },
  ],
};

/** A small draft: the new flow, one table, one list of words. */
export const EXAMPLE: DraftContent = {
  ...newFlow('care', 'Care'),
  tables: { remedy },
  wordLists: {
    flags: {
      id: 'flags',
      name: 'Flags',
      entries: [
        { phrase: 'still waiting', means: 'late' },
        { phrase: 'still waiting', means: 'angry' },
        { phrase: 'lawyer', means: 'legal' },
      ],
    },
  },
};

/** The example with its table changed. */
export function withTable(
  change: (table: DecisionTable) => DecisionTable,
  content: DraftContent = EXAMPLE,
): DraftContent {
  const table = content.tables['remedy'] ?? remedy;
  return { ...content, tables: { ...content.tables, remedy: change(table) } };
}

/** The example with one cell of a condition changed. */
export function withCell(
  row: string,
  input: number,
  cell: string,
  content: DraftContent = EXAMPLE,
): DraftContent {
  return withTable(
    (table) => ({
      ...table,
      rows: table.rows.map((each) =>
        each.id === row ? { ...each, when: each.when.with(input, cell) } : each,
      ),
    }),
    content,
  );
}
