import { FLOW_SCHEMA, type Flow } from '../../../definitions/flow/flow.ts';
import { idFor } from '../../../definitions/flow/flow-names.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { Command } from './in-flow.ts';
import { inFlow } from './in-flow.ts';
import { unusedName } from './new-step.ts';
import { STEP } from './spot.ts';

/** Begins a flow for a step that calls none of the draft's: one that does nothing yet, called like the step. */
export function beginCalled(flowId: string, step: string): Command {
  return (content) => {
    const node = flowIn(content, flowId)?.nodes.find(({ id }) => id === step);
    if (node?.kind !== 'callActivity' || flowIn(content, node.flow) !== undefined) return content;
    const flows = [content.flow, ...Object.values(content.called)];
    const name = unusedName(
      node.name,
      flows.map((flow) => flow.name),
    );
    const id = node.flow === '' ? calledId(content, name) : node.flow;
    const begun = { ...content, called: { ...content.called, [id]: emptyFlow(id, name) } };
    return inFlow(flowId, (flow) => ({
      ...flow,
      nodes: flow.nodes.map((one) => (one === node ? { ...node, flow: id } : one)),
    }))(begun);
  };
}

/** An id for a flow of this name that the draft's flow is to call: it tells whose it is, and none of the others has it. */
export function calledId({ flow, called }: DraftContent, name: string): string {
  return idFor(`${flow.id} ${name}`, 'flow', new Set([flow.id, ...Object.keys(called)]));
}

function emptyFlow(id: string, name: string): Flow {
  const { names } = drawingWords.calledFlows;
  const at = { x: 84, y: 72 };
  return {
    schema: FLOW_SCHEMA,
    id,
    name,
    variables: [],
    lanes: [],
    nodes: [
      { id: 'begin', kind: 'startEvent', name: names.start, position: at },
      { id: 'done', kind: 'endEvent', name: names.end, position: { ...at, x: at.x + STEP.x } },
    ],
    edges: [{ id: 'begin-done', from: { node: 'begin', port: 'out' }, to: 'done' }],
  };
}
