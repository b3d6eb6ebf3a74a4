import type { NodeBase } from './base.ts';

/**
 * A token ends here. With `outcome`, this is what the run (or the called flow) came to; the last one reached
 * counts. `terminate` also ends every other token of the scope. No ports.
 */
export interface EndEvent extends NodeBase<'endEvent'> {
  readonly outcome?: string;
  readonly terminate?: boolean;
}
