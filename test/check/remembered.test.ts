import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import { Compiling } from '../../definitions/check/compiling.ts';
import { applied } from '../../definitions/edit/applied.ts';
import { difference } from '../../definitions/edit/difference.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';

const care = mentionCare();
const { [care.flow.id]: _, ...called } = care.flows;
const start: DraftContent = {
  flow: care.flow,
  called,
  tables: care.tables,
  wordLists: care.wordLists,
  calendars: care.calendars,
  scenarios: {},
};

const withTable = (content: DraftContent, id: string, change: (table: DecisionTable) => DecisionTable) => {
  const table = content.tables[id];
  if (table === undefined) throw new Error(`There is no table ${id}.`);
  return { ...content, tables: { ...content.tables, [id]: change(table) } };
};

/** One change after the other, each over the one before: some break what was right, some put it right again. */
const CHANGES: readonly ((content: DraftContent) => DraftContent)[] = [
  (content) => ({ ...content, flow: { ...content.flow, name: 'Another name' } }),
  (content) => ({
    ...content,
    flow: {
      ...content.flow,
      variables: content.flow.variables.map((one) => ({ ...one, name: `${one.name}s` })),
    },
  }),
  (content) => ({ ...content, flow: { ...content.flow, variables: start.flow.variables } }),
  ...Object.keys(start.tables)
    .slice(0, 3)
    .flatMap((id) => [
      (content: DraftContent) =>
        withTable(content, id, (table) => ({
          ...table,
          rows: table.rows.map((row, n) =>
            n === 0 ? { ...row, then: row.then.map(() => 'nobody knows') } : row,
          ),
        })),
      (content: DraftContent) => withTable(content, id, (table) => ({ ...table, rows: table.rows.slice(1) })),
      (content: DraftContent) => withTable(content, id, () => start.tables[id] as DecisionTable),
    ]),
];

describe('a check that remembers what it compiled', () => {
  it('says after each change what one says that remembers nothing', () => {
    const remembered = new Compiling();
    let content = start;
    for (const change of CHANGES) {
      content = change(content);
      remembered.newCheck();
      const copy = structuredClone(content);
      expect(checkDraft(copy, {}, remembered)).toEqual(checkDraft(content, {}));
    }
  });

  it('says the same of a draft of which it is told what changed', () => {
    const remembered = new Compiling();
    let [content, told] = [start, structuredClone(start)];
    for (const change of CHANGES) {
      const after = change(content);
      const result = applied(told, structuredClone(difference(content, after)));
      if ('problem' in result) throw new Error(JSON.stringify(result.problem));
      [content, told] = [after, result.content];
      remembered.newCheck();
      expect(checkDraft(told, {}, remembered)).toEqual(checkDraft(content, {}));
    }
  });

  it('finds what JSON cannot hold in what changed, after what did not was looked at', () => {
    const remembered = new Compiling();
    checkDraft(start, {}, remembered);
    const broken = { ...start, flow: { ...start.flow, name: '\ud800' } };
    expect(checkDraft(broken, {}, remembered).map(({ code }) => code)).toContain('ill-formed');
  });

  it('compiles nothing again that is as it was, and lets go what is not asked for any more', () => {
    const remembered = new Compiling();
    const [table, types] = [Object.values(start.tables)[0] as DecisionTable, {}];
    remembered.newCheck();
    const first = remembered.table(table, types);
    remembered.newCheck();
    expect(remembered.table(structuredClone(table), structuredClone(types))).toBe(first);
    expect(remembered.table(table, { brand: { type: 'string' } })).not.toBe(first);
    remembered.newCheck();
    remembered.newCheck();
    expect(remembered.table(table, types)).not.toBe(first);
  });
});
