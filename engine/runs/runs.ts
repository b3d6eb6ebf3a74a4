import type { JsonObject } from '../../definitions/flow/json.ts';
import type { StoryClock } from '../../definitions/model/story-clock.ts';
import type { WayOut } from '../interpreter/event.ts';
import type { Actor, CaseView, TaskReceipt } from '../workflows/messages.ts';

/**
 * What the rest of the engine asks of running cases; Temporal stands behind it, and is not seen in front.
 * Every question may reject with a RunsProblem.
 */
export interface Runs {
  /** The flow whose live revision new cases run by. */
  flowOfNewCases(): Promise<string>;
  /** Tells the case's run that something arrived; starts or reopens it if none is open. Twice changes nothing. */
  deliver(caseId: string): Promise<void>;
  answerTask(answer: {
    caseId: string;
    taskId: string;
    version: number;
    answers: JsonObject;
    actor: Actor;
  }): Promise<TaskReceipt>;
  resolveIncident(act: {
    caseId: string;
    incidentId: string;
    resolution: WayOut;
    actor: Actor;
  }): Promise<void>;
  cancelCase(act: { caseId: string; actor: Actor; reason: string }): Promise<void>;
  /** Tells the case's run that its story goes on by this clock; a case that does not run needs no telling. */
  followStory(caseId: string, clock: StoryClock): Promise<void>;
  /** The run's state as it stands; null when no run of the case exists. */
  view(caseId: string): Promise<CaseView | null>;
  /** Begins to take away what is older than it is kept; `runId` is what its account is found by. Twice is once. */
  takeOldAway(runId: string, by: string): Promise<void>;
  /** Whether Temporal answers. */
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Why an act on a running case was refused.
 * 'refused' comes from the run itself: `reason` is one of its validator's codes
 * ('stale', 'unauthorised', 'ill-formed', 'closed', 'unknown'); or 'started again': the run was gone, although its
 * case was not over, and another one goes through the case from its first mention now.
 */
export class RunsProblem extends Error {
  override readonly name = 'RunsProblem';
  readonly code: 'refused' | 'no such run' | 'unreachable';
  readonly reason: string;
  /** Of an 'ill-formed' answer: the field that is. */
  readonly field: string | null;
  constructor(code: 'refused' | 'no such run' | 'unreachable', reason: string, field?: string) {
    super(`${code}: ${reason}`);
    this.code = code;
    this.reason = reason;
    this.field = field ?? null;
  }
}
