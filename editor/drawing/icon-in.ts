import type { ActivityContract } from '../../definitions/activity/contract.ts';
import { lookUp } from '../../definitions/check/environment.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';

/** The icon that a step's activity names in its contract, by the names of activities; undefined: none is known. */
export function iconIn(
  node: FlowNode,
  activities: { readonly [name: string]: Pick<ActivityContract, 'icon'> },
): string | undefined {
  return node.kind === 'serviceTask' ? lookUp(activities, node.activity)?.icon : undefined;
}
