import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { copySteps, pasteSteps } from '../../editor/designer/commands/clipboard.ts';
import { nameOfResult, requirable, require, unrequire } from '../../editor/designer/commands/requirements.ts';
import { renameVariable } from '../../editor/designer/commands/rename-variable.ts';
import { requiredGraph } from '../../editor/designer/requirements/required-graph.ts';
import { usersOf } from '../../editor/designer/table-users.ts';
import { careRevision } from '../store/care-revision.ts';
import { ids } from './desk-of.ts';

const CARE = contentOf(careRevision());
const ROOT = CARE.flow.id;
const { activities } = careRevision();
const table = (content: DraftContent, id: string) => {
  const found = content.tables[id];
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
};
const JOINED = require('remedy', 'how urgent', table(CARE, 'urgency'))(CARE);

describe('a table that is to go by another', () => {
  it('looks at its one value at once, in no row', () => {
    const remedy = table(JOINED, 'remedy');
    expect(remedy.requires).toEqual({ 'how urgent': 'urgency' });
    expect(remedy.inputs.at(-1)).toMatchObject({ name: 'how urgent', type: { type: 'string' } });
    expect(remedy.rows.map(({ when }) => when.at(-1))).toEqual(remedy.rows.map(() => '-'));
    expect(checkDraft(JOINED, activities)).toEqual(checkDraft(CARE, activities));
  });

  it('leaves it to its author which of several values it looks at', () => {
    const due = require('remedy', 'by when', table(CARE, 'due-time'))(CARE);
    expect(table(due, 'remedy').inputs).toEqual(table(CARE, 'remedy').inputs);
    expect(checkDraft(due, activities).map(({ code }) => code)).toContain('required in vain');
  });

  it('may not go by one that goes by it', () => {
    const of = (id: string) => requirable(JOINED.tables, table(JOINED, id)).map((one) => one.id);
    expect(of('remedy')).toContain('urgency');
    expect(of('urgency')).not.toContain('remedy');
    expect(of('urgency')).not.toContain('urgency');
  });

  it('knows it by its name in words, or by one that is free', () => {
    expect(nameOfResult({ name: 'How urgent?' }, table(CARE, 'remedy'))).toBe('how urgent');
    expect(nameOfResult({ name: 'How urgent?' }, table(JOINED, 'remedy'))).toBe('how urgent 2');
    expect(nameOfResult({ name: '?!' }, table(CARE, 'remedy'))).toBe('result');
  });

  it('goes no longer by it, and is then as if it never had', () => {
    const { requires: _, ...without } = table(JOINED, 'remedy');
    const left = unrequire('remedy', 'how urgent')(JOINED);
    expect(table(left, 'remedy')).toEqual(without);
    expect(JOINED.called).not.toEqual(CARE.called);
    expect(left.called).toEqual(CARE.called);
  });

  it('is still given what another table asks for, and what is given otherwise than to that one', () => {
    const both = require('remedy', 'skill', table(JOINED, 'owner-skill'))(JOINED);
    expect(givenToRemedy(unrequire('remedy', 'how urgent')(both))).toContain('legal threat');
    const otherwise = giving({ 'legal threat': 'true' })(JOINED);
    const left = givenToRemedy(unrequire('remedy', 'how urgent')(otherwise));
    expect(left).toEqual(['legal threat', ...givenToRemedy(CARE)]);
  });
});

describe('tables that go by each other', () => {
  it('are drawn with who goes by whom, and of some what they look at', () => {
    const { decisions, data, lines } = requiredGraph(JOINED.tables, ({ id }) => id === 'remedy');
    expect(decisions).toHaveLength(Object.keys(CARE.tables).length);
    expect(lines).toContainEqual({
      id: 'table remedy by how urgent',
      from: 'table urgency',
      to: 'table remedy',
      name: 'how urgent',
    });
    expect(data.map(({ name }) => name)).toContain('own error');
    expect(data.map(({ name }) => name)).not.toContain('how urgent');
  });

  it('are used by the steps that decide by any of them', () => {
    const before = usersOf(CARE, activities, 'urgency').steps;
    const after = usersOf(JOINED, activities, 'urgency').steps;
    expect(after).toEqual(
      [...before, ...usersOf(CARE, activities, 'remedy').steps].toSorted(byOrderIn(after)),
    );
    expect(after.length).toBeGreaterThan(before.length);
  });

  it('travel together, and stay apart from others of the same ids', () => {
    const step = [JOINED.flow, ...Object.values(JOINED.called)]
      .flatMap((flow) => flow.nodes.map((node) => ({ flow: flow.id, node })))
      .find(
        ({ node }) =>
          node.kind === 'businessRuleTask' && 'table' in node.decision && node.decision.table === 'remedy',
      );
    const copied = copySteps(JOINED, step?.flow ?? '', [step?.node.id ?? '']);
    expect(Object.keys(copied?.tables ?? {}).toSorted()).toEqual(['remedy', 'urgency']);
    if (copied === null) return;
    const alike = pasteSteps(ROOT, copied, { newId: ids() })(JOINED);
    expect(Object.keys(alike.tables)).toEqual(Object.keys(JOINED.tables));
    // The required one is another here: what goes by it is another too, though it reads the same.
    const urgency = table(JOINED, 'urgency');
    const elsewhere = {
      ...JOINED,
      tables: { ...JOINED.tables, urgency: { ...urgency, rows: urgency.rows.slice(1) } },
    };
    const apart = pasteSteps(ROOT, copied, { newId: ids() })(elsewhere);
    const fresh = Object.values(apart.tables).filter(({ id }) => !Object.hasOwn(JOINED.tables, id));
    expect(fresh.map(({ name }) => name).toSorted()).toEqual(['How urgent?', 'Which remedy?']);
    const [brought] = fresh.filter(({ name }) => name === 'Which remedy?');
    expect(fresh.map(({ id }) => id)).toContain(brought?.requires?.['how urgent']);
    expect(table(apart, 'remedy')).toEqual(table(JOINED, 'remedy'));
  });

  it('name a value that is called otherwise, in all of them', () => {
    const flow = [JOINED.flow, ...Object.values(JOINED.called)].find(({ nodes }) =>
      nodes.some(
        (node) =>
          node.kind === 'businessRuleTask' && 'table' in node.decision && node.decision.table === 'remedy',
      ),
    );
    const named = flow?.variables.find(({ name }) => name === 'own error');
    expect(named).toBeDefined();
    const { content } = renameVariable(JOINED, flow?.id ?? '', 'own error', 'our fault');
    expect(codesOf(content)).toEqual(codesOf(JOINED));
  });
});

/** The draft in which the step that decides by the remedy is given this as well. */
function giving(more: Readonly<Record<string, string>>) {
  const change = (flow: Flow): Flow => ({
    ...flow,
    nodes: flow.nodes.map((node) =>
      node.kind === 'businessRuleTask' && 'table' in node.decision && node.decision.table === 'remedy'
        ? { ...node, decision: { ...node.decision, input: { ...node.decision.input, ...more } } }
        : node,
    ),
  });
  return (content: DraftContent): DraftContent => ({
    ...content,
    called: Object.fromEntries(Object.entries(content.called).map(([id, flow]) => [id, change(flow)])),
  });
}

function givenToRemedy({ called }: DraftContent): readonly string[] {
  return Object.values(called).flatMap(({ nodes }) =>
    nodes.flatMap((node) =>
      node.kind === 'businessRuleTask' && 'table' in node.decision && node.decision.table === 'remedy'
        ? Object.keys(node.decision.input ?? {})
        : [],
    ),
  );
}

function codesOf(content: DraftContent): readonly string[] {
  return checkDraft(content, activities).map(({ code }) => code);
}

function byOrderIn(order: readonly string[]) {
  return (a: string, b: string): number => order.indexOf(a) - order.indexOf(b);
}
