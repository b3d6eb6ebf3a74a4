import { contextOf } from '../../../definitions/check/context.ts';
import { environmentOf, type Environment } from '../../../definitions/check/environment.ts';
import { resultsOf } from '../../../definitions/check/results.ts';
import { BOUNDS } from '../../../definitions/flow/bounds.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Flow, Variable } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { addVariable } from './add-variable.ts';
import { changeStep } from './change-step.ts';
import type { Command } from './in-flow.ts';
import { refusalOfNew } from './new-name.ts';

/**
 * A step as it is to be. What its results newly go into and the flow does not have is declared with it, to hold what the
 * results are; a name that no variable can have is left for the check to tell of.
 */
export function changeStepAndDeclare(
  flowId: string,
  node: FlowNode,
  activities: Environment['activities'],
): Command {
  const change = changeStep(flowId, node);
  return (content) => {
    const before = flowIn(content, flowId);
    const changed = change(content);
    const after = flowIn(changed, flowId);
    if (before === undefined || after === undefined) return changed;
    const former = before.nodes.find(({ id }) => id === node.id);
    const known = new Set(former === undefined ? [] : resultNames(before, former, content, activities));
    return newResults(after, node, changed, activities)
      .filter(({ name }) => !known.has(name))
      .reduce((done, variable) => declared(done, flowId, variable), changed);
  };
}

function declared(content: DraftContent, flowId: string, variable: Variable): DraftContent {
  const flow = flowIn(content, flowId);
  if (flow === undefined || flow.variables.length >= BOUNDS.variables) return content;
  if (refusalOfNew(flow, variable.name) !== undefined) return content;
  return addVariable(flowId, variable)(content);
}

function resultNames(
  flow: Flow,
  node: FlowNode,
  content: DraftContent,
  activities: Environment['activities'],
): readonly string[] {
  return newResults(flow, node, content, activities).map(({ name }) => name);
}

/** What a step's results go into that the flow does not have. */
function newResults(
  flow: Flow,
  node: FlowNode,
  content: DraftContent,
  activities: Environment['activities'],
): readonly Variable[] {
  const context = contextOf(flow, environmentOf({ ...content, activities }));
  return resultsOf(context, node)
    .filter(({ variable }) => !flow.variables.some(({ name }) => name === variable))
    .map(({ variable, type }) => ({ name: variable, type }));
}
