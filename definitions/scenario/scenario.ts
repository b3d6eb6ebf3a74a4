import type { Json, JsonObject } from '../flow/json.ts';

/**
 * A story to try a flow with: what happens and what is answered, as data. Durations are ISO 8601 ('PT2H', 'P1D').
 * A key of `activities` or `tasks` is a node id, or `<flow id>/<node id>`, or (activities) the activity's name; the
 * most exact one counts. Of several answers each is given once, in order, and the last one from then on.
 */
export interface Scenario {
  readonly name: string;
  /** When the run is started, ISO 8601 with zone. */
  readonly start: string;
  readonly variables: JsonObject;
  readonly activities?: { readonly [activityOrNode: string]: readonly ActivityAnswer[] };
  readonly tasks?: { readonly [node: string]: readonly (TaskAnswer | 'nobody')[] | 'nobody' };
  readonly messages?: readonly ScenarioMessage[];
  /** How long it is watched, from the start; a year if absent. */
  readonly until?: string;
  readonly expect?: Expectation;
}

/** Scenarios by id. They stand beside a flow and are no part of what its runs are pinned to. */
export type Scenarios = { readonly [scenarioId: string]: Scenario };

/** How an activity ends, and after how many milliseconds (0 if absent). */
export type ActivityAnswer =
  | { readonly output: Json; readonly afterMs?: number }
  | {
      readonly failure: { readonly code: string; readonly message?: string };
      readonly afterMs?: number;
    };

/** What a person answers, and how long after the task was opened. */
export interface TaskAnswer {
  readonly answers: JsonObject;
  readonly after: string;
  readonly by: string;
}

/** A message, and how long after the start it comes. */
export interface ScenarioMessage {
  readonly name: string;
  readonly after: string;
  readonly facts: JsonObject;
}

/** What should come of it; what is absent may be anything. */
export interface Expectation {
  readonly status?: SimulationStatus;
  readonly outcome?: string | null;
  /** Node ids that it passes, in this order, others between them. */
  readonly pathIncludes?: readonly string[];
  /** Node ids that it never comes to. */
  readonly pathExcludes?: readonly string[];
  /** Time from the start to the end, ISO 8601. */
  readonly virtualTime?: string;
  /** Variables of the root scope at the end. */
  readonly variables?: JsonObject;
}

/**
 * How a simulation stands when it stops. waiting: nothing more will come by itself. stuck: a person would be needed
 * to lead it on. unanswered: the scenario does not say what an activity or a person answers. unfinished: the time
 * watched is over, or there was no end to it.
 */
export const SIMULATION_STATUSES = [
  'ended',
  'cancelled',
  'waiting',
  'stuck',
  'unanswered',
  'unfinished',
] as const;
export type SimulationStatus = (typeof SIMULATION_STATUSES)[number];
