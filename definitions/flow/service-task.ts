import type { Mapping, NodeBase } from './base.ts';
import type { RetryPolicy, TaskExtras, TimeLimits } from './task.ts';

/** Runs an activity. Its output goes into `result` if named. Port: out, and boundary events. */
export interface ServiceTask extends NodeBase<'serviceTask'>, TaskExtras {
  readonly activity: string;
  readonly input: Mapping;
  readonly result?: string;
  readonly retry?: RetryPolicy;
  readonly limits?: TimeLimits;
}
