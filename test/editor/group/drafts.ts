import { checkDraft } from '../../../definitions/check/check-draft.ts';
import { contentOf, type DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { groupingOf, groupSteps } from '../../../editor/designer/commands/group/group-steps.ts';
import { edges, end, flow, revision, start } from '../../interpreter/drawing.ts';
import { published } from '../../library/published.ts';

export const shipped = published().revision;
export const care = contentOf(shipped);

/** A draft of one flow between a Start and an End. */
export function draft(
  variables: Parameters<typeof flow>[1],
  nodes: readonly FlowNode[],
  ...ways: readonly string[]
): DraftContent {
  return contentOf(revision(flow('root', variables, [start(), ...nodes, end()], edges(...ways))));
}
let made = 0;
export const newId = (): string => `new-${(made += 1)}`;
/** The content once these steps became a flow. */
export const group = (content: DraftContent, steps: readonly string[], name = 'Group'): DraftContent =>
  groupSteps(content.flow.id, steps, { name, newId })(content);
/** The flow that was made. */
export const grouped = (content: DraftContent, name = 'Group'): Flow => {
  const found = Object.values(content.called).find((one) => one.name === name);
  if (found === undefined) throw new Error('No flow was made.');
  return found;
};
/** The step that calls it. */
export const callIn = (content: DraftContent, called: Flow) => {
  const call = content.flow.nodes.find((one) => one.kind === 'callActivity' && one.flow === called.id);
  if (call?.kind !== 'callActivity') throw new Error('Nothing calls it.');
  return call;
};
export const errorsIn = (content: DraftContent, activities = shipped.activities) =>
  checkDraft(content, activities).filter(({ severity }) => severity === 'error');
/** Why these steps cannot become a flow; null: they can. */
export const whyNot = (content: DraftContent, ...steps: string[]) => {
  const grouping = groupingOf(content, content.flow.id, steps);
  return 'no' in grouping ? grouping.no : null;
};
