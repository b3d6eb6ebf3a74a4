import { applyFix } from '../../../definitions/check/apply-fix.ts';
import type { Change } from '../../../definitions/check/fix.ts';
import { allOf } from '../../../definitions/check/table-use.ts';
import {
  draftContext,
  usesOf,
  type DoubtfulPlace,
  type VariableUse,
} from '../../../definitions/check/variable-uses.ts';
import { renamedTable } from '../../../definitions/decision/renamed-table.ts';
import { written, type NewName } from '../../../definitions/feel/names-in.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { pointer, pointerSteps } from '../../../definitions/flow/json-pointer.ts';
import { withValueRenamed } from './change-story.ts';
import { refusalOf, type Refusal } from './new-name.ts';
import { usedBySteps } from './used-by-steps.ts';

export interface Renaming {
  /** As it was, if it was refused. */
  readonly content: DraftContent;
  readonly refused?: Refusal;
  /** What somebody should look at: what cannot be read, and may still say the former name; what may have meant another. */
  readonly left: readonly DoubtfulPlace[];
  /** Who begins a case gives it by its former name: it begins empty from now on. */
  readonly isGivenByCases: boolean;
}

/**
 * Calls a flow's variable otherwise, everywhere: where it is declared, named, written to, given and taken by callers, in
 * tables, and in stories. A table that other steps decide by as well stays as it is, and is given the variable by its former name.
 * What would make an expression say something else is refused, and then nothing is changed.
 */
export function renameVariable(content: DraftContent, flowId: string, from: string, to: string): Renaming {
  const flow = flowIn(content, flowId);
  const variable = flow?.variables.find((one) => one.name === from);
  if (flow === undefined || variable === undefined) return refusal(content, { code: 'no such variable' });
  const name: NewName = { from, to };
  const { uses, doubtful } = usesOf(content, flowId, from);
  const refused = refusalOf(content, flow, uses, name);
  if (refused !== undefined) return refusal(content, refused);
  const inside = tablesInside(content, flow, uses, name);
  let done = content;
  for (const one of flowsOf(content)) {
    const renamed = renamedFlow(one, flowId, uses, content, inside, name);
    if (renamed === undefined) return refusal(content, { code: 'too long', flow: one.id });
    done = withFlow(done, renamed);
  }
  const isRoot = flow.id === content.flow.id;
  const left = doubtful.filter((place) => !('table' in place) || inside.has(place.table));
  return {
    content: {
      ...done,
      tables: { ...done.tables, ...Object.fromEntries(inside) },
      // Stories give the flow its values, and not those that it calls.
      scenarios: isRoot ? withValueRenamed(done.scenarios, from, to) : done.scenarios,
    },
    left,
    isGivenByCases: isRoot && variable.input === true,
  };
}

function refusal(content: DraftContent, refused: Refusal): Renaming {
  return { content, refused, left: [], isGivenByCases: false };
}

type Tables = ReadonlyMap<string, DraftContent['tables'][string]>;

/** Tables that only one step decides by and that can be changed themselves, as they are then. */
function tablesInside(
  content: DraftContent,
  flow: Flow,
  uses: readonly VariableUse[],
  name: NewName,
): Tables {
  const context = draftContext(flow, content);
  return new Map(
    uses.flatMap((use) => {
      if (use.how !== 'decides' || usedBySteps(content, use.table) > 1) return [];
      const node = context.graph.nodes.get(use.node);
      const all = node?.kind === 'businessRuleTask' ? allOf(context.tableUse(node)) : [];
      const tableUse = all.find((one) => one.table.id === use.table);
      const table = tableUse && renamedTable(tableUse, use.places, name);
      return table === undefined ? [] : [[use.table, table] as const];
    }),
  );
}

/** A flow with all its uses of the variable changed, and its declaration if it is its own; undefined: it would be too long. */
function renamedFlow(
  flow: Flow,
  flowId: string,
  all: readonly VariableUse[],
  content: DraftContent,
  inside: Tables,
  name: NewName,
): Flow | undefined {
  const uses = all.filter((use) => use.flow === flow.id);
  const valued = changed(
    flow,
    uses.flatMap((use) => valueChange(use, name)),
  );
  const keyed =
    valued &&
    changed(
      valued,
      uses.flatMap((use) => memberChange(use, valued, content, inside, name)),
    );
  if (keyed === undefined || flow.id !== flowId) return keyed;
  const variables = keyed.variables.map((one) => (one.name === name.from ? { ...one, name: name.to } : one));
  return { ...keyed, variables };
}

function changed(flow: Flow, changes: readonly Change[]): Flow | undefined {
  if (changes.length === 0) return flow;
  const reading = applyFix(flow, { title: '', changes });
  return 'flow' in reading ? reading.flow : undefined;
}

/** What stands in a field by itself. */
function valueChange(use: VariableUse, { to }: NewName): readonly Change[] {
  if (use.how === 'reads' || use.how === 'takes')
    return [{ do: 'set', node: use.node, field: use.field, value: written(use.source, use.names, to) }];
  if (use.how !== 'writes' || isOutput(use)) return [];
  return [{ do: 'set', node: use.node, field: use.field, value: to }];
}

/** What a mapping calls by the variable's name, or is to be given by it; by the values as they are now. */
function memberChange(
  use: VariableUse,
  flow: Flow,
  content: DraftContent,
  inside: Tables,
  { from, to }: NewName,
): readonly Change[] {
  const node = flow.nodes.find(({ id }) => id === use.node);
  if (node?.kind === 'callActivity') {
    if (use.how === 'writes' && isOutput(use))
      return [{ do: 'set', node: node.id, field: '/output', value: renamedKey(node.output, from, to) }];
    if (use.how === 'gives')
      return [{ do: 'set', node: node.id, field: '/input', value: renamedKey(node.input, from, to) }];
  }
  if (node?.kind !== 'businessRuleTask' || !('table' in node.decision)) return [];
  const { table, input = {} } = node.decision;
  const field = '/decision/input';
  if (use.how === 'decides' && !inside.has(use.table))
    return [{ do: 'set', node: node.id, field, value: { ...input, [from]: to } }];
  // Given by the name that the table reads it by, as it is again: that need not be said.
  const isSame = use.how === 'reads' && use.field === field + pointer(to) && input[to] === to;
  if (!isSame || usedBySteps(content, table) === 1) return [];
  const isOnly = Object.keys(input).length === 1;
  return [{ do: 'unset', node: node.id, field: isOnly ? field : use.field }];
}

function isOutput({ field }: { readonly field: string }): boolean {
  return pointerSteps(field)[0] === 'output';
}

/** The same members in the same order, one of them under another name. */
function renamedKey<T>(
  members: { readonly [key: string]: T },
  from: string,
  to: string,
): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key === from ? to : key, value]));
}

function flowsOf({ flow, called }: DraftContent): readonly Flow[] {
  return [flow, ...Object.values(called)];
}

function withFlow(content: DraftContent, flow: Flow): DraftContent {
  return flow.id === content.flow.id
    ? { ...content, flow }
    : { ...content, called: { ...content.called, [flow.id]: flow } };
}
