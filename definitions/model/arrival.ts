import type { JsonObject } from '../flow/json.ts';

/**
 * One thing that reached a case, in facts. Each gets the case's next sequence number in the transaction that stored
 * it; the workflow is told the number alone and asks for what it has not seen.
 */
export interface Arrival {
  readonly seq: number;
  readonly kind: 'mention' | 'answered elsewhere' | 'continued in' | 'handed over' | 'message';
  /** When it counts from, ISO 8601: when it was received; for history (older than a day) when it was said. */
  readonly at: string;
  readonly history: boolean;
  /** When it was said, ISO 8601, however long it took to be heard; only of what was said, and absent where it was stored before this was kept. */
  readonly saidAt?: string;
  /** Mention id or reply id; for 'continued in' the primary case's id; for 'handed over' the task's, its facts name who is asked now. */
  readonly ref: string;
  /** For 'message': its name, as a flow's arms name it. */
  readonly name?: string;
  readonly facts: JsonObject;
}

/**
 * The message by which a person takes a case up again that was put aside. It begins the flow anew if the flow has an
 * input variable of this name, which then is true; a flow without one does not know of it.
 */
export const BROUGHT_BACK = 'brought back';

/** The input variable by which a flow asks when what its case begins with was said; whatever tells a case tells it. */
export const SAID_AT = 'said at';
