import { isOf } from '../../../definitions/check/variables.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import { inFlow, type Command } from './in-flow.ts';
import { renameVariable, type Renaming } from './rename-variable.ts';

/** A variable that holds something else from now on; what it began with may not be of that, and goes then. */
export function retypeVariable(flowId: string, name: string, type: ValueType): Command {
  return inFlow(flowId, (flow) => ({
    ...flow,
    variables: flow.variables.map((one) => {
      if (one.name !== name) return one;
      const { initial, ...bare } = one;
      return initial === undefined || isOf(initial, type) ? { ...one, type } : { ...bare, type };
    }),
  }));
}

/** A flow without a variable. */
export function removeVariable(flowId: string, name: string): Command {
  return inFlow(flowId, (flow) => ({
    ...flow,
    variables: flow.variables.filter((one) => one.name !== name),
  }));
}

/** A variable under another name wherever it is used; nothing, where that is refused. */
export function callVariable(
  flowId: string,
  from: string,
  to: string,
  told: (renaming: Renaming) => void,
): Command {
  return (content) => {
    const renaming = renameVariable(content, flowId, from, to);
    told(renaming);
    return renaming.content;
  };
}
