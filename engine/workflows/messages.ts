import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { StoryClock } from '../../definitions/model/story-clock.ts';
import type { WayOut } from '../interpreter/event.ts';
import type { RunState } from '../interpreter/state.ts';

/** Name of the workflow type that every case runs as. */
export const CASE_WORKFLOW = 'caseWorkflow';

/** What a case is started with, beside the revision it is pinned to, and nothing else. */
export interface CaseStart {
  readonly caseId: string;
  /** The clock of the story that the case is part of; absent outside of a sample day. */
  readonly story?: StoryClock;
  /** Events after which the run continues as a new one, even before Temporal suggests it. */
  readonly historyLimit?: number;
  /**
   * No timer is set while a local activity is under way. Absent: one may be, as of runs that were started before. When
   * such a run is replayed, what was over one after the other is over at once, and a timer that was set in between and
   * given up again is not: all that follow have other numbers then.
   */
  readonly timersApart?: true;
}

/** Who acts, as random ids. */
export interface Actor {
  readonly person: string;
  readonly teams: readonly string[];
  readonly roles: readonly string[];
}

export interface TaskAnswer {
  readonly taskId: string;
  readonly version: number;
  /** By field name; a text field holds a text's id. */
  readonly answers: JsonObject;
  readonly actor: Actor;
}
export interface TaskReceipt {
  readonly taskId: string;
  readonly answeredBy: string;
  /** True when somebody had answered before; `answeredBy` says who. */
  readonly already: boolean;
}
export interface IncidentResolution {
  readonly incidentId: string;
  readonly resolution: WayOut;
  readonly actor: Actor;
}
export interface CancelCase {
  readonly actor: Actor;
  readonly reason: string;
}
export interface CaseView {
  readonly state: RunState;
  readonly seenSeq: number;
  readonly progressVersion: number;
}

/** Something arrived, up to this sequence number. */
export const arrivedSignal = defineSignal<[{ readonly seq: number }]>('arrived');
/** The story goes on at another speed. */
export const storyClockSignal = defineSignal<[StoryClock]>('storyClock');
export const answerTaskUpdate = defineUpdate<TaskReceipt, [TaskAnswer]>('answerTask');
export const resolveIncidentUpdate = defineUpdate<{ readonly incidentId: string }, [IncidentResolution]>(
  'resolveIncident',
);
export const cancelCaseUpdate = defineUpdate<{ readonly cancelled: true }, [CancelCase]>('cancelCase');
export const caseViewQuery = defineQuery<CaseView>('caseView');
