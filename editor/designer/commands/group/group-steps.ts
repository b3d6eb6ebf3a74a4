import { draftContext } from '../../../../definitions/check/variable-uses.ts';
import { OUT } from '../../../../definitions/flow/base.ts';
import { BOUNDS } from '../../../../definitions/flow/bounds.ts';
import type { DraftContent } from '../../../../definitions/flow/draft.ts';
import { flowIn } from '../../../../definitions/flow/drawn.ts';
import type { Edge, Flow } from '../../../../definitions/flow/flow.ts';
import { isSameName } from '../../../../definitions/flow/flow-names.ts';
import type { FlowNode } from '../../../../definitions/flow/node.ts';
import { stepsToFlow } from '../../../../definitions/scenario/keys-of-flow.ts';
import { calledId } from '../begin-called.ts';
import { inFlow, type Command } from '../in-flow.ts';
import { atOnceWith, partsAndLeaves, type AtOnce } from './at-once.ts';
import { drawnApart } from './drawn-apart.ts';
import { regionOf, type NoRegion, type Region } from './region.ts';
import { valuesOf, variablesInSteps, type GroupValues } from './values.ts';

/**
 * Why steps cannot become a flow of their own. `outcome`: a value that is given back has the name of what a call comes
 * to. `too many`: the draft holds as many flows as it can. `too many values`: a call cannot give or take so many.
 */
export type NoGroup =
  NoRegion | AtOnce | { readonly code: 'no flow' | 'outcome' | 'too many' | 'too many values' };

/** Steps that can become a flow of their own, with the values it is given and gives back. */
export interface Grouping {
  readonly flow: Flow;
  readonly region: Region;
  readonly values: GroupValues;
}

/** What a call yields beside the values of the flow that it called. */
const OUTCOME = 'outcome';

/** What steps of a flow would be as a flow of their own, or why they cannot be one. */
export function groupingOf(
  content: DraftContent,
  flowId: string,
  steps: readonly string[],
): Grouping | { readonly no: NoGroup } {
  const flow = flowIn(content, flowId);
  if (flow === undefined) return { no: { code: 'no flow' } };
  const region = regionOf(flow, steps);
  if ('no' in region) return region;
  const all = variablesInSteps(content, flow);
  const atOnce = atOnceWith(draftContext(flow, content), region, all);
  if (atOnce !== undefined) return { no: atOnce };
  const grouping = { flow, region, values: valuesOf(region, all) };
  const apart = called(grouping, { id: '', name: '' }, { start: START, end: END });
  const leaves = partsAndLeaves(draftContext(apart, content), END);
  if (leaves !== undefined) return { no: leaves };
  const { inputs, outputs } = grouping.values;
  if (outputs.includes(OUTCOME)) return { no: { code: 'outcome' } };
  if (Math.max(inputs.length, outputs.length) > BOUNDS.members) return { no: { code: 'too many values' } };
  if (Object.keys(content.called).length >= BOUNDS.parts) return { no: { code: 'too many' } };
  return grouping;
}

/** Whether a flow of the draft is called so already, or the name says nothing. */
export function isNameFree({ flow, called: others }: DraftContent, name: string): boolean {
  return name.trim() !== '' && ![flow, ...Object.values(others)].some((one) => isSameName(one.name, name));
}

/**
 * Makes a flow of steps that have one way in and one way out, and puts a step in their place that calls it. It becomes
 * part of the draft; what stories say of its steps follows them. Nothing where it cannot be. `made` hears the id of
 * the step that calls.
 */
export function groupSteps(
  flowId: string,
  steps: readonly string[],
  { name, newId }: { readonly name: string; readonly newId: () => string },
  made: (call: string) => void = () => undefined,
): Command {
  return (content) => {
    const grouping = groupingOf(content, flowId, steps);
    if ('no' in grouping || !isNameFree(content, name)) return content;
    const id = calledId(content, name.trim());
    const group = called(grouping, { id, name: name.trim() }, { start: newId(), end: newId() });
    const call = callOf(grouping, group, newId());
    const scenarios = stepsToFlow(content.scenarios, grouping.region.ids, flowId, id);
    made(call.id);
    return inFlow(flowId, (flow) => withCall(flow, grouping, call, newId()))({
      ...content,
      called: { ...content.called, [id]: group },
      scenarios,
    });
  };
}

/** What its ends are called while it is only looked at. */
const START = 'start';
const END = 'end';

/** The steps as a flow of their own. */
function called(
  { flow, region, values: { taken, inputs, outputs } }: Grouping,
  names: Pick<Flow, 'id' | 'name'>,
  ends: { readonly start: string; readonly end: string },
): Flow {
  const isGiven = new Set(inputs);
  const isGivenBack = new Set(outputs);
  return {
    schema: flow.schema,
    ...names,
    variables: taken.map(({ input: _input, output: _output, initial, ...variable }) => ({
      ...variable,
      ...(isGiven.has(variable.name) ? { input: true } : initial === undefined ? {} : { initial }),
      ...(isGivenBack.has(variable.name) ? { output: true } : {}),
    })),
    ...drawnApart(flow, region, ends),
    edges: [
      { id: `${ends.start}-in`, from: { node: ends.start, port: OUT }, to: region.entry.id },
      ...region.inside,
      ...region.outOf.map((edge): Edge => ({ ...edge, to: ends.end })),
    ],
  };
}

function callOf({ region, values }: Grouping, group: Flow, id: string): FlowNode {
  const { lane, position } = region.entry;
  const bySameName = (names: readonly string[]): { readonly [name: string]: string } =>
    Object.fromEntries(names.map((name) => [name, name]));
  return {
    id,
    kind: 'callActivity',
    name: group.name,
    ...(lane === undefined ? {} : { lane }),
    position,
    flow: group.id,
    input: bySameName(values.inputs),
    output: bySameName(values.outputs),
  };
}

/** The flow with the call in place of the steps; values that nobody else uses leave with them. */
function withCall(flow: Flow, { region, values }: Grouping, call: FlowNode, edgeId: string): Flow {
  const { ids, entry, next } = region;
  const [first] = region.outOf;
  const onward: Edge = { id: edgeId, from: { node: call.id, port: OUT }, to: next };
  return {
    ...flow,
    variables: flow.variables.filter(({ name }) => !values.leaving.has(name)),
    nodes: flow.nodes.flatMap((node) => (node === entry ? [call] : ids.has(node.id) ? [] : [node])),
    edges: flow.edges.flatMap((edge): Edge[] => {
      if (edge === first) return [onward];
      if (ids.has(edge.from.node)) return [];
      return [ids.has(edge.to) ? { ...edge, to: call.id } : edge];
    }),
  };
}
