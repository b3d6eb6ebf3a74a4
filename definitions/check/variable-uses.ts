import { namedInTable, type NamedInTable } from '../decision/named-in-table.ts';
import type { TablePlace } from '../decision/problem.ts';
import type { TypeEnvironment } from '../feel/compile.ts';
import { normalName } from '../feel/parse/name.ts';
import { partsReader, type NamedPlace, type PartsReader } from '../feel/parts-of.ts';
import type { Feel } from '../flow/base.ts';
import type { BusinessRuleTask } from '../flow/business-rule-task.ts';
import type { DraftContent } from '../flow/draft.ts';
import { flowIn } from '../flow/drawn.ts';
import type { Flow, Variable } from '../flow/flow.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { Scenarios } from '../scenario/scenario.ts';
import { environmentOf } from './environment.ts';
import { contextOf, type CheckContext } from './context.ts';
import { isHidden, sitesOf, type ExpressionSite } from './expression-sites.ts';
import { resultsOf } from './results.ts';
import { allOf } from './table-use.ts';

interface AtStep {
  readonly flow: string;
  readonly node: string;
}

/**
 * One place where a flow's variable is used. `field` is a JSON Pointer into the step. `reads`: an expression names it.
 * `writes`: a result goes into it. `decides`: the step decides by a table that reads it. `gives`: a step of another flow
 * that calls this one gives it. `takes`: such a step reads it when the call is over.
 */
export type VariableUse =
  | (AtStep & {
      readonly how: 'reads' | 'takes';
      readonly field: string;
      readonly source: Feel;
      readonly names: readonly NamedPlace[];
    })
  | (AtStep & { readonly how: 'writes' | 'gives'; readonly field: string })
  | (AtStep & { readonly how: 'decides'; readonly table: string; readonly places: readonly NamedInTable[] });

/**
 * A place that cannot be read and so may name the variable, or that may mean something else by its name: an expression
 * of a step, or of a table it decides by.
 */
export type DoubtfulPlace = AtStep & ({ readonly field: string } | ({ readonly table: string } & TablePlace));

export interface VariableUses {
  readonly uses: readonly VariableUse[];
  readonly doubtful: readonly DoubtfulPlace[];
  /** Ids of the stories that give it, or say what it must be in the end. */
  readonly stories: readonly string[];
}

const NONE: VariableUses = { uses: [], doubtful: [], stories: [] };

/** Where a flow's variable is used: in its own steps and the tables they decide by, and where the flow is called. */
export function usesOf(content: DraftContent, flowId: string, name: string): VariableUses {
  return usesIn(content, flowId)(name);
}

/** The same, to be asked of several variables: what they have in common is looked at once. */
export function usesIn(content: DraftContent, flowId: string): (name: string) => VariableUses {
  const flow = flowIn(content, flowId);
  if (flow === undefined) return () => NONE;
  const contexts = new Map<Flow, CheckContext>();
  const contextFor = (one: Flow): CheckContext => {
    const context = contexts.get(one) ?? draftContext(one, content);
    contexts.set(one, context);
    return context;
  };
  const look: Look = { contextFor, readers: readersByTypes() };
  return (name) => {
    const variable = flow.variables.find((one) => one.name === name);
    if (variable === undefined) return NONE;
    const found = [...ownUses(look, flow, name), ...callUses(look, content, flow, variable)];
    return {
      uses: found.flatMap((one) => ('how' in one ? [one] : [])),
      doubtful: found.flatMap((one) => ('how' in one ? [] : [one])),
      stories: flow.id === content.flow.id ? storiesWith(content.scenarios, name) : [],
    };
  };
}

function storiesWith(scenarios: Scenarios, name: string): readonly string[] {
  return Object.entries(scenarios).flatMap(([id, { variables, expect }]) =>
    Object.hasOwn(variables, name) || Object.hasOwn(expect?.variables ?? {}, name) ? [id] : [],
  );
}

interface Look {
  readonly contextFor: (flow: Flow) => CheckContext;
  readonly readers: (types: TypeEnvironment) => PartsReader;
}

/** What the rules ask of one flow of a draft; activities are not looked at. */
export function draftContext(flow: Flow, content: DraftContent): CheckContext {
  return contextOf(flow, environmentOf({ ...content, activities: {} }));
}

/** Whether an expression of a step sees the flow's variables, and this one is not hidden by what a repeat names. */
export function seesVariable(
  context: CheckContext,
  node: FlowNode,
  { types }: Pick<ExpressionSite, 'types'>,
  name: string,
): boolean {
  if (types === context.variables) return true;
  return types === context.turnTypes(node) && !isHidden(node, name);
}

type Found = VariableUse | DoubtfulPlace;

function ownUses({ contextFor, readers }: Look, flow: Flow, name: string): readonly Found[] {
  const context = contextFor(flow);
  return context.flow.nodes.flatMap((node): readonly Found[] => {
    const at: AtStep = { flow: context.flow.id, node: node.id };
    const read = sitesOf(context, node)
      .filter((site) => seesVariable(context, node, site, name))
      .flatMap((site) => foundIn(readers(site.types), site, at, name, 'reads'));
    const written = resultsOf(context, node)
      .filter(({ variable }) => variable === name)
      .map(({ field }): Found => ({ ...at, how: 'writes', field }));
    return [...read, ...written, ...(node.kind === 'businessRuleTask' ? tableUse(context, node, name) : [])];
  });
}

function tableUse(context: CheckContext, node: BusinessRuleTask, name: string): readonly Found[] {
  const use = context.tableUse(node);
  if (use === undefined || !('table' in node.decision) || isHidden(node, name)) return [];
  if (Object.hasOwn(node.decision.input ?? {}, name)) return [];
  return allOf(use).flatMap(({ table, types }) => {
    const at = { flow: context.flow.id, node: node.id, table: table.id };
    const { named, doubtful } = namedInTable(table, types, name);
    const places = doubtful.map((place): Found => ({ ...at, ...place }));
    return named.length === 0 ? places : [{ ...at, how: 'decides', places: named }, ...places];
  });
}

/** Calls of the flow, by whichever flow of the draft. */
function callUses(
  { contextFor, readers }: Look,
  content: DraftContent,
  flow: Flow,
  { name, input, output }: Variable,
): readonly Found[] {
  return [content.flow, ...Object.values(content.called)].flatMap((caller) => {
    const calls = caller.nodes.filter((node) => node.kind === 'callActivity' && node.flow === flow.id);
    if (calls.length === 0) return [];
    const context = contextFor(caller);
    return calls.flatMap((node): readonly Found[] => {
      const at: AtStep = { flow: caller.id, node: node.id };
      const isGiven = input === true && node.kind === 'callActivity' && Object.hasOwn(node.input, name);
      const outputs = output === true ? context.calledOutputs(flow.id) : undefined;
      return [
        ...(isGiven ? [{ ...at, how: 'gives', field: `/input${pointer(name)}` } as const] : []),
        ...sitesOf(context, node)
          .filter(({ types }) => types === outputs)
          .flatMap((site) => foundIn(readers(site.types), site, at, name, 'takes')),
      ];
    });
  });
}

function foundIn(
  reader: PartsReader,
  { field, source }: ExpressionSite,
  at: AtStep,
  name: string,
  how: 'reads' | 'takes',
): readonly Found[] {
  // Most do not hold its first word, and need not be read.
  const [first = ''] = normalName(name).split(' ');
  if (source.trim() === '' || !source.includes(first)) return [];
  const parts = reader.read(source, { kind: 'expression' });
  if (parts === null) return source.includes(name) ? [{ ...at, field }] : [];
  const names = parts.names.filter((place) => place.name === name);
  if (names.length === 0) return [];
  const isDoubtful = names.some(({ isPerhapsEntry }) => isPerhapsEntry);
  return [{ ...at, how, field, source, names }, ...(isDoubtful ? [{ ...at, field }] : [])];
}

/** Readers over the variables they see, each made once. */
export function readersByTypes(): (types: TypeEnvironment) => PartsReader {
  const readers = new Map<TypeEnvironment, PartsReader>();
  return (types) => {
    const reader = readers.get(types) ?? partsReader(types);
    readers.set(types, reader);
    return reader;
  };
}
