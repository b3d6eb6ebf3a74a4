import type { NodeBase } from './base.ts';
import type { Wait } from './wait.ts';

/**
 * Waits for the first of its arms; each arm's `port` is a port, and the others are given up.
 * A message arm takes an unread message at once if there is one (`accept: 'unread'`, the default), or only one
 * that comes from now on ('new'). `result` names a variable that receives the message's facts.
 */
export interface EventBasedGateway extends NodeBase<'eventBasedGateway'> {
  readonly arms: readonly EventArm[];
}
export type EventArm =
  | {
      readonly port: string;
      readonly name: string;
      readonly on: 'message';
      readonly message: string;
      readonly accept?: 'unread' | 'new';
      readonly result?: string;
    }
  | { readonly port: string; readonly name: string; readonly on: 'time'; readonly wait: Wait };
