import type { JsonObject } from '../../definitions/flow/json.ts';
import type { SimulationStatus } from '../../definitions/scenario/scenario.ts';
import type { OpenedTask, Place, RaisedIncident, TraceEntry } from '../interpreter/command.ts';
import type { Instant, RunEvent } from '../interpreter/event.ts';
import type { RunState } from '../interpreter/state.ts';

/** What came of a scenario. Everything is in the order in which it happened. */
export interface SimulationResult {
  readonly status: SimulationStatus;
  readonly outcome: string | null;
  /** Ids of the nodes entered, those of called flows among them. */
  readonly path: readonly string[];
  /** Time from the start to where it stopped. */
  readonly virtualMs: number;
  /** Where it stopped, ISO 8601. */
  readonly at: string;
  readonly activities: readonly (Question & { readonly activity: string; readonly input: JsonObject })[];
  readonly tasks: readonly (Question & { readonly task: OpenedTask })[];
  readonly incidents: readonly {
    readonly at: Instant;
    readonly place: Place;
    readonly incident: RaisedIncident;
  }[];
  /** Variables of the root scope. */
  readonly variables: JsonObject;
  readonly trace: readonly TraceEntry[];
  /** What the run was told; the same events give the state at any moment of the story again. */
  readonly events: readonly RunEvent[];
  readonly state: RunState;
  /** When the next thing would have happened, where it is past the time watched; null: nothing more comes by itself. */
  readonly next: Instant | null;
  /** What the scenario leaves open, as sentences for its author. */
  readonly findings: readonly Finding[];
}

/** What an activity or a person was asked, and which answer of the scenario that was: `key` and `index` in its list. */
export interface Question {
  readonly at: Instant;
  readonly place: Place;
  /** Of the wait that the answer ends. */
  readonly id: string;
  readonly key: string;
  readonly index: number;
  readonly isAnswered: boolean;
}

/** How a scenario is told to somebody who adds to it as it goes. */
export interface Telling {
  /** Keys of `activities` and `tasks` whose answers are each given once; then they are asked for anew. */
  readonly givenOnce: ReadonlySet<string>;
  /** How much time was let pass since the start, in ms: as long goes on what waits. */
  readonly passedMs: number;
  /** Whether time passes by itself as long as nothing is left open. */
  readonly goesOn: boolean;
}

export interface Finding {
  readonly code:
    'no activity answer' | 'no task answer' | 'ill-formed' | 'too many events' | 'came after the end';
  readonly message: string;
  readonly place?: Place;
}
