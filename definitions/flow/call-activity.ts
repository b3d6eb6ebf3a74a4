import type { Mapping, NodeBase } from './base.ts';
import type { TaskExtras } from './task.ts';

/**
 * Runs another flow of the revision as a scope of its own. `input`: the called flow's input variables ← FEEL here.
 * `output`: variables here ← FEEL over the called flow's variables, with `outcome` (string or null) beside them.
 * Port: out, and boundary events.
 */
export interface CallActivity extends NodeBase<'callActivity'>, TaskExtras {
  readonly flow: string;
  readonly input: Mapping;
  readonly output: Mapping;
}
