import { applyFix } from '../../../definitions/check/apply-fix.ts';
import type { Fix } from '../../../definitions/check/fix.ts';
import { inFlow, type Command } from './in-flow.ts';

/** Puts right what a check found as it proposes; nothing, where that no longer suits the drawing. */
export function fixed(flowId: string, fix: Fix): Command {
  return inFlow(flowId, (flow) => {
    const reading = applyFix(flow, fix);
    return 'flow' in reading ? reading.flow : flow;
  });
}
