import type { NodeBase } from './base.ts';
import type { Wait } from './wait.ts';

/** Waits for time to pass. Port: out. */
export interface IntermediateCatchEvent extends NodeBase<'intermediateCatchEvent'> {
  readonly wait: Wait;
}
