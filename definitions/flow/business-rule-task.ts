import type { Feel, Mapping, NodeBase } from './base.ts';
import type { TaskExtras } from './task.ts';

/**
 * Evaluates a decision table of the revision, or one expression, into `result`. `input` feeds the table's inputs
 * by name; an input not named reads the variable of the same name. Port: out, and boundary events.
 */
export interface BusinessRuleTask extends NodeBase<'businessRuleTask'>, TaskExtras {
  readonly decision: { readonly table: string; readonly input?: Mapping } | { readonly expression: Feel };
  readonly result: string;
}
