import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Instant } from './event.ts';
import type { Place, RaisedIncident } from './command.ts';

/**
 * The newest behaviour of `step`, and of the expressions and tables that it evaluates. Raise it when the same events
 * would lead elsewhere, or the same expression come to something else; keep the old branch.
 */
export const SEMANTICS = 1;

/**
 * A run, as plain JSON. What stands here is all that `step` knows. The ids of tokens, splits, waits and incidents are
 * a letter and a number of one counter: `t1`, `w2`. Their order is that of the numbers, not that of the keys.
 */
export interface RunState {
  readonly semantics: number;
  readonly status: 'new' | 'running' | 'ended' | 'cancelled';
  /** The latest instant seen. */
  readonly at: Instant;
  readonly nextId: number;
  readonly outcome: string | null;
  readonly scopes: { readonly [scopeId: string]: Scope };
  readonly tokens: { readonly [tokenId: string]: Token };
  /** The splits that living tokens came of. */
  readonly splits: { readonly [splitId: string]: Split };
  readonly waits: { readonly [waitId: string]: Waiting };
  readonly incidents: { readonly [incidentId: string]: Incident };
  /** Messages nobody has read yet, by name, oldest first; at most 100 of a name are kept. */
  readonly unread: { readonly [message: string]: readonly UnreadMessage[] };
}

export interface Scope {
  readonly flow: string;
  /** The token that called; null for the root. */
  readonly caller: string | null;
  readonly variables: JsonObject;
  readonly visits: Visits;
  readonly outcome: string | null;
}

/**
 * How often each node was entered. Spread over drawers by `drawerOf(node id)`, so that counting one visit copies one
 * drawer and costs the same in a drawing of ten nodes and of a thousand. A drawer is a row of node ids, each followed
 * by its count: short rows are copied and searched many times faster than records whose keys differ.
 */
export type Visits = readonly (readonly (string | number)[])[];

/** A token stands on a node. `split`: the split it came of, for joins; null outside of any. */
export interface Token {
  readonly scope: string;
  readonly node: string;
  readonly visit: number;
  readonly split: string | null;
  readonly at: 'joining' | 'working';
  readonly since: Instant;
  readonly repeat?: Turns;
}

/** One occasion on which tokens parted. `parent`: the split that the parted token itself came of. */
export interface Split {
  readonly scope: string;
  readonly node: string;
  readonly parent: string | null;
}

/** Where a repeat stands. `next`: index of the first turn not begun; `open`: turns begun and not over. */
export interface Turns {
  readonly items: readonly Json[];
  readonly next: number;
  readonly open: number;
  /** Results of turns that are over, by index; kept only when the repeat collects them. */
  readonly results: { readonly [index: string]: Json };
}

/** What the run waits for, one for each command that will be answered by an event (or a message arm of a gateway). */
export interface Waiting {
  readonly token: string;
  readonly place: Place;
  readonly for: 'activity' | 'timer' | 'boundary timer' | 'task' | 'message' | 'called flow';
  /** Port to leave by: an arm, a boundary event. */
  readonly port?: string;
  /** The message that answers it: an arm's, or a task's `answeredBy`. */
  readonly message?: string;
  /** The timer's instant. */
  readonly until?: Instant;
  /** Called flow: the id of its scope. Boundary timer: how often it has fired. */
  readonly data?: Json;
}

/** `n` counts all that the run was told, so that messages of different names can be put in order. */
export interface UnreadMessage {
  readonly at: Instant;
  readonly n: number;
  readonly facts: JsonObject;
}

export interface Incident extends RaisedIncident {
  readonly token: string;
  readonly place: Place;
  readonly since: Instant;
  /**
   * What is done again on 'retry': the node from its beginning, the one turn, the setting anew of a boundary timer,
   * or the activity that the host said is stuck.
   */
  readonly again: 'node' | 'turn' | 'boundary timer' | 'activity';
  /** The boundary timer's event id, or the wait of the stuck activity. */
  readonly subject?: string;
}
