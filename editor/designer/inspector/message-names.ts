import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';

/** Names of the messages that can arrive, where they are known, and of those that steps of the draft name. */
export function messageNames(
  { flow, called }: DraftContent,
  known: readonly string[] | undefined,
): readonly string[] {
  const nodes = [flow, ...Object.values(called)].flatMap((each) => each.nodes);
  return [...new Set([...(known ?? []), ...nodes.flatMap(namedBy)])].filter((name) => name !== '').sort();
}

function namedBy(node: FlowNode): readonly string[] {
  if (node.kind === 'eventBasedGateway')
    return node.arms.flatMap((arm) => (arm.on === 'message' ? [arm.message] : []));
  if (node.kind !== 'userTask') return [];
  return [...(node.reads ?? []), ...(node.answeredBy === undefined ? [] : [node.answeredBy])];
}
