import type { Arrival } from '../../definitions/model/arrival.ts';
import type { StoryClock } from '../../definitions/model/story-clock.ts';
import type { Command } from '../interpreter/command.ts';
import type { Instant, RunEvent } from '../interpreter/event.ts';
import type { RunState } from '../interpreter/state.ts';

/** What a case's run keeps when it closes, for the run that reopens it. Plain JSON, facts and ids alone. */
export interface SavedRun {
  readonly state: RunState;
  readonly seenSeq: number;
  readonly progressVersion: number;
  readonly trailLength: number;
  /** Tasks answered lately, the eldest first: a second answer gets the first one's receipt. */
  readonly answered: readonly { readonly taskId: string; readonly by: string }[];
}

/** What a run hands to the one that continues it: the same, with what was under way. */
export interface CarriedRun extends SavedRun {
  readonly loadedSeq: number;
  readonly wantedSeq: number;
  readonly inbox: readonly Arrival[];
  readonly about: { readonly brand: string; readonly channel: string };
  readonly historic: boolean;
  /** Absent outside of a story. */
  readonly story?: StoryClock | null;
  readonly timers: readonly { readonly id: string; readonly at: Instant; readonly summary: string }[];
  readonly tasks: readonly OpenTask[];
  /** Activities asked for after Temporal suggested a new run; started there. */
  readonly held: readonly ActivityCommand[];
  /** What the run was told and no report says yet; absent: nothing. */
  readonly events?: readonly RunEvent[];
}

export type ActivityCommand = Extract<Command, { type: 'startActivity' }>;

/** A task as the run knows it: enough to refuse an answer before it enters the history. */
export interface OpenTask {
  readonly id: string;
  readonly version: number;
  readonly flow: string;
  readonly node: string;
  readonly persons: readonly string[];
  readonly teams: readonly string[];
  readonly roles: readonly string[];
}
