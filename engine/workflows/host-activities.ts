import type { Arrival } from '../../definitions/model/arrival.ts';
import type { Progress } from '../../definitions/model/case.ts';
import type { SavedRun } from './saved-run.ts';

/**
 * What a case's run asks of the store: read what arrived, write down how far it came. All are idempotent and run as
 * local activities. What they are given does not enter the history; what they answer does, and is facts alone.
 */
export interface HostActivities {
  loadCase(question: LoadCase): Promise<LoadedCase>;
  recordProgress(report: ProgressReport): Promise<void>;
}

export interface LoadCase {
  readonly caseId: string;
  readonly afterSeq: number;
  /** True on a run's first question: then the answer brings what an earlier run saved when it closed. */
  readonly opening: boolean;
}

export interface LoadedCase {
  /** In order of their numbers, at most 200. */
  readonly arrivals: readonly Arrival[];
  /** Whether there are more than these. */
  readonly more: boolean;
  readonly brand: string;
  /** The channel's kind (tweet, e-mail, …). */
  readonly channel: string;
  readonly primaryCaseId: string | null;
  readonly saved: SavedRun | null;
  /** How far the store's record of the case goes; a new run counts on from it. */
  readonly recorded: { readonly progressVersion: number; readonly trailLength: number };
}

export interface ProgressReport {
  readonly progress: Progress;
  /** With the last progress of a run: what a later run of the case starts from. */
  readonly closed: SavedRun | null;
}
