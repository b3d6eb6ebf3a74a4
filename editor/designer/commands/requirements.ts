import { lookUp } from '../../../definitions/check/environment.ts';
import { mayLookAt } from '../../../definitions/decision/may-look-at.ts';
import { requirementsOf } from '../../../definitions/decision/requirements.ts';
import { resultType } from '../../../definitions/decision/result-type.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { Mapping } from '../../../definitions/flow/base.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { withInput } from '../../decisions/edit-columns.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { Command } from './in-flow.ts';
import { unusedName } from './new-step.ts';

type Tables = DraftContent['tables'];

/** The tables that a table could go by: not itself, nor one that is decided after it. */
export function requirable(tables: Tables, table: DecisionTable): readonly DecisionTable[] {
  return Object.values(tables).filter((one) => one.id !== table.id && !goesBy(one, table, tables));
}

function goesBy(one: DecisionTable, table: DecisionTable, tables: Tables): boolean {
  return requirementsOf(one, tables).tables.some(({ id }) => id === table.id);
}

/** What a table's result could be called where another goes by it: its name as words, and none that is taken. */
export function nameOfResult(required: Pick<DecisionTable, 'name'>, table: DecisionTable): string {
  const plain = required.name
    .replace(/[^\p{L}\p{N} _]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const spoken = plain.charAt(0).toLowerCase() + plain.slice(1);
  return unusedName(spoken === '' ? 'result' : spoken, Object.keys(table.requires ?? {}));
}

/**
 * A table goes by another, whose result it knows by that name. Where that is one value, a column looks at it at once;
 * of several, its author chooses. What a step of the same flow gives the other table, the steps that decide by this one
 * give it as well.
 */
export function require(tableId: string, value: string, required: DecisionTable): Command {
  return (content) => {
    const table = content.tables[tableId];
    if (table === undefined) return content;
    const type = resultType(required);
    const isLookedAt = table.inputs.some(({ name }) => name === value);
    const asked =
      isLookedAt || type.type === 'context' || type.type === 'list'
        ? table
        : withInput(table, { id: unusedName(value, ids(table)), name: value, type });
    const changed = { ...asked, requires: { ...table.requires, [value]: required.id } };
    const tables = { ...content.tables, [required.id]: required, [tableId]: changed };
    return {
      ...content,
      tables,
      flow: givingAlike(content.flow, table, required),
      called: mapped(content.called, (flow) => givingAlike(flow, table, required)),
    };
  };
}

/** The flow in which steps that decide by `table` are given what one that decides by `required` is given beside it. */
function givingAlike(flow: Flow, table: DecisionTable, required: DecisionTable): Flow {
  const more = Object.entries(givenIn(flow, required.id)).filter(
    ([name]) => !table.inputs.some((input) => input.name === name),
  );
  const nodes = flow.nodes.map((node): FlowNode => {
    const own = mappingTo(node, table.id);
    if (own === undefined || node.kind !== 'businessRuleTask' || more.length === 0) return node;
    const input = { ...Object.fromEntries(more), ...own };
    return { ...node, decision: { table: table.id, input } };
  });
  return more.length === 0 ? flow : { ...flow, nodes };
}

/** What the first step of a flow that decides by a table gives it by name. */
function givenIn(flow: Flow, tableId: string): Mapping {
  return flow.nodes.map((node) => mappingTo(node, tableId)).find((one) => one !== undefined) ?? {};
}

/** What a step gives a table by name; undefined: it does not decide by it. */
function mappingTo(node: FlowNode, tableId: string): Mapping | undefined {
  if (node.kind !== 'businessRuleTask' || !('table' in node.decision)) return undefined;
  return node.decision.table === tableId ? (node.decision.input ?? {}) : undefined;
}

function mapped<T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));
}

/** A table that answers nothing yet, for another to go by. */
export function newRequired(name: string, newId: () => string): DecisionTable {
  const answer = {
    id: newId(),
    name: drawingWords.designer.newNames.answer,
    type: { type: 'string' },
  } as const;
  return { id: newId(), name, hitPolicy: 'first', inputs: [], outputs: [answer], rows: [] };
}

/**
 * A table goes no longer by what it knows by that name. Columns that look at it stay, and are told of. What the steps
 * that decide by the table gave for the other one alone, just as another step gives it, they give no longer.
 */
export function unrequire(tableId: string, value: string): Command {
  return (content) => {
    const table = content.tables[tableId];
    const required = table?.requires?.[value];
    if (table?.requires === undefined || required === undefined) return content;
    const { requires, ...rest } = table;
    const left = Object.entries(requires).filter(([name]) => name !== value);
    const changed = left.length === 0 ? rest : { ...rest, requires: Object.fromEntries(left) };
    const tables = { ...content.tables, [tableId]: changed };
    const decided = [changed, ...requirementsOf(changed, tables).tables];
    const isAsked = (name: string): boolean => decided.some((one) => mayLookAt(one, name));
    const without = (flow: Flow): Flow => givingNoLonger(flow, { by: tableId, required, isAsked });
    return { ...content, tables, flow: without(content.flow), called: mapped(content.called, without) };
  };
}

/** The flow in which steps give a table no longer what nothing asks for and one gives likewise to what it required. */
function givingNoLonger(
  flow: Flow,
  { by, required, isAsked }: { by: string; required: string; isAsked: (name: string) => boolean },
): Flow {
  const given = givenIn(flow, required);
  const nodes = flow.nodes.map((node): FlowNode => {
    const own = Object.entries(mappingTo(node, by) ?? {});
    const kept = own.filter(([name, source]) => lookUp(given, name) !== source || isAsked(name));
    if (node.kind !== 'businessRuleTask' || kept.length === own.length) return node;
    const input = kept.length === 0 ? {} : { input: Object.fromEntries(kept) };
    return { ...node, decision: { table: by, ...input } };
  });
  return nodes.every((node, at) => node === flow.nodes[at]) ? flow : { ...flow, nodes };
}

function ids({ inputs, outputs }: DecisionTable): readonly string[] {
  return [...inputs, ...outputs].map(({ id }) => id);
}
