import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Failure } from './event.ts';
import type { RaisedIncident } from './command.ts';
import type { Draft } from './draft.ts';
import type { Standing } from './standing.ts';
import type { Waiting } from './state.ts';

/** What one node does with a token; its kind's file makes it when the revision is linked. */
export interface Behaviour {
  /** A token came, or is to do the node again. */
  begin(draft: Draft, at: Standing): void;
  /** Goes on as if the node had answered `value`, by `port`, which is one of `ports`. */
  skip(draft: Draft, at: Standing, value: Json, port: string): void;
  /** Ports that a person may lead a stuck token out by; the first is taken when none is named and it is the only way. */
  readonly ports: readonly string[];
  /** The node's own timer fired. */
  timer?(draft: Draft, at: Standing, wait: Waiting): void;
  /** A message came that the node, or an open task of it, waits for. `n` puts messages in order. */
  message?(
    draft: Draft,
    at: Standing,
    wait: Waiting,
    message: { readonly facts: JsonObject; readonly n: number },
  ): void;
  /** A person answered. */
  answered?(draft: Draft, at: Standing, wait: Waiting, answers: JsonObject, by: string): void;
  /** A flow that the node called has ended with these variables; `outcome` stands among them. */
  ended?(draft: Draft, at: Standing, wait: Waiting, variables: JsonObject): void;
  readonly task?: TaskBehaviour;
}

/** What tasks do beside: turns that end or fail, and boundary timers. */
export interface TaskBehaviour {
  startTurn(draft: Draft, at: Standing, item: number): void;
  finishTurn(draft: Draft, at: Standing, item: number, value: Json, detail: JsonObject | undefined): void;
  failTurn(draft: Draft, at: Standing, item: number, kind: RaisedIncident['kind'], failure: Failure): void;
  boundaryTimer(draft: Draft, at: Standing, wait: Waiting): void;
  setAgain(draft: Draft, at: Standing, boundaryId: string): void;
}
