import type { Variable } from '../../../definitions/flow/flow.ts';
import { inFlow, type Command } from './in-flow.ts';

/** A flow with one variable more. */
export function addVariable(flowId: string, variable: Variable): Command {
  return inFlow(flowId, (flow) => ({ ...flow, variables: [...flow.variables, variable] }));
}
