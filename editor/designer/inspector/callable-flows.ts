import { calledFlows } from '../../../definitions/check/calls.ts';
import type { Environment } from '../../../definitions/check/environment.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';

/** The draft's flows that a step of this flow may call: none that would come back to it. The one it calls now is among them. */
export function flowsThatMayBeCalled(
  { flow, called }: DraftContent,
  from: Flow,
  environment: Environment,
  current: Flow | undefined,
): readonly Flow[] {
  return [flow, ...Object.values(called)].filter(
    (other) =>
      other.id === current?.id || (other.id !== from.id && !calledFlows(other.id, environment).has(from.id)),
  );
}
