import type { Place } from '../../../definitions/check/issue.ts';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { Expectation, Scenario, SimulationStatus } from '../../../definitions/scenario/scenario.ts';
import type { Untold } from './untold.ts';

/** What came of a story by the draft as it stands. */
export interface StoryRun {
  /** Null: there was no time left to run it to its end. */
  readonly status: SimulationStatus | null;
  readonly outcome: string | null;
  /** What would have to be asked of it so that it holds; absent: that is not known. */
  readonly asNow?: Expectation;
  /** What came out otherwise than the story says, in sentences. */
  readonly differs: readonly { readonly sentence: string; readonly step?: Place }[];
}

/** A step, an arrow, or a row of a table that a story should come to. */
export type Target =
  | { readonly flow: string; readonly node: string }
  | { readonly flow: string; readonly edge: string }
  | { readonly table: string; readonly row: string };

/** A story that leads to a target, or, if none was found, as near to it as there is one. */
export interface FoundStart {
  readonly scenario: Scenario;
  /** The step at which it is decided whether it comes there. */
  readonly at: { readonly flow: string; readonly node: string } | null;
  readonly isThere: boolean;
}

/** The values of a flow when a story came to a step of it. */
export interface StepExample {
  /** The story's name; null: it is what is tried just now. */
  readonly story: string | null;
  readonly values: JsonObject;
}

/** How far a round of stories has come. */
export interface RoundNews {
  readonly runs: readonly (readonly [id: string, run: StoryRun])[];
  /** What none of them passes, once all have been run; null before that. */
  readonly untold: Untold | null;
}
