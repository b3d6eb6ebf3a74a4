import type { Feel, NodeBase } from './base.ts';

/** The first branch whose condition is true, in drawn order, else `defaultPort`. Each branch's `port` is a port. */
export interface ExclusiveGateway extends NodeBase<'exclusiveGateway'> {
  readonly branches: readonly { readonly port: string; readonly name: string; readonly condition: Feel }[];
  /** Absent: a token for which no branch is true makes the run stuck. */
  readonly defaultPort?: string;
}
