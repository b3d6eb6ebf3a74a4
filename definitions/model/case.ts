import type { Json, JsonObject } from '../flow/json.ts';

/** Which step of the company's own process broke. */
export const BROKEN_STEPS = [
  'order',
  'agent information',
  'appointment',
  'system entry',
  'technician pickup',
  'other',
  'none',
] as const;
export type BrokenStep = (typeof BROKEN_STEPS)[number];
/** The fact of a run that says so; the case's `brokenStep` follows it. */
export const BROKEN_STEP_FACT = 'broken step';

/** What somebody said was found to be worth: nothing, thanks, or an answer. */
export const WORTHS = ['noise', 'praise', 'answer'] as const;
export type Worth = (typeof WORTHS)[number];

/**
 * open: work goes on. waiting: for the customer or for time. person: a colleague is asked. stuck: cannot go on
 * alone. closed: ended. continued: goes on in another case.
 */
export type CaseStatus = 'open' | 'waiting' | 'person' | 'stuck' | 'closed' | 'continued';

/** Brand of a case in which nobody named one. */
export const NO_BRAND = 'default';

/** The work of putting one matter right. */
export interface Case {
  readonly id: string;
  readonly brand: string;
  readonly status: CaseStatus;
  readonly title: string;
  readonly outcome: string | null;
  readonly revision: string | null;
  /** Of Temporal: the run that was heard of last. */
  readonly runId: string | null;
  readonly channel: string;
  readonly owner: { readonly team: string | null; readonly person: string | null };
  readonly region: string | null;
  readonly priority: string | null;
  readonly dueAt: string | null;
  readonly brokenStep: BrokenStep | null;
  readonly ownError: boolean | null;
  readonly customerId: string | null;
  readonly primaryCaseId: string | null;
  readonly history: boolean;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly closedAt: string | null;
  /** Highest sequence number given, delivered to Temporal, and seen by the run. */
  readonly lastSeq: number;
  readonly deliveredSeq: number;
  readonly seenSeq: number;
  /** Its run is at work, or should be: the report on that is still to come, and what is told of it here is of before. */
  readonly owesReport: boolean;
  /** Steps at which it stands now. */
  readonly positions: readonly Position[];
  /** Activities of its run that failed and are tried again by themselves. */
  readonly retries: readonly Retry[];
  /** Facts of the root scope, as of the last progress. */
  readonly facts: JsonObject;
}

/** A step at which a case stands. */
export interface Position {
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly since: string;
  readonly for: 'activity' | 'timer' | 'task' | 'message' | 'called flow' | 'joining' | 'stuck';
  readonly until: string | null;
}

/** An activity that is tried again, on one occasion: it failed in a way that may pass. */
export interface Retry {
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly visit: number;
  readonly item: number;
  readonly activity: string;
  /** Why the latest try failed. */
  readonly code: string;
  /** When the first try failed. */
  readonly since: string;
}

/** What the workflow tells the store after it moved; version by (run, progress) so that an old one changes nothing. */
export interface Progress {
  readonly caseId: string;
  readonly runId: string;
  /**
   * The life of the run's counters: ids of its tasks and incidents are `<caseId>.<life>.<command id>`. A run that was
   * lost is followed by one of another life, which counts from the start.
   */
  readonly life: string;
  /** Counts up over all runs of the case. */
  readonly version: number;
  readonly revision: string;
  readonly at: string;
  readonly status: CaseStatus;
  readonly outcome: string | null;
  readonly seenSeq: number;
  /** The earliest instant at which the run will wake by itself, in real time; for the watcher. */
  readonly wakesAt: string | null;
  readonly positions: readonly Position[];
  readonly facts: JsonObject;
  readonly tasksOpened: readonly TaskOpening[];
  readonly tasksClosed: readonly {
    readonly taskId: string;
    readonly how: 'answered' | 'answered elsewhere' | 'cancelled';
    readonly by: string | null;
    readonly answers: Json;
  }[];
  readonly incidentsRaised: readonly {
    readonly id: string;
    readonly scope: string;
    readonly flow: string;
    readonly node: string;
    readonly kind: string;
    readonly code: string;
    readonly message: string;
    readonly at: string;
  }[];
  readonly incidentsCleared: readonly string[];
  readonly trail: readonly TrailEntry[];
  /** What the run was told that led to these steps, as JSON text: events of the interpreter, facts and ids only. */
  readonly events?: string;
}

/** One step of the way a case took. `n` counts up over all runs of the case. */
export interface TrailEntry {
  readonly n: number;
  readonly at: string;
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly visit: number;
  readonly item: number;
  readonly what: 'entered' | 'left' | 'cancelled' | 'stuck' | 'resumed';
  readonly port?: string;
  readonly edge?: string;
  /** Facts: `value` (what came of it), `inputs` (what was looked at, by name), `rows` (those that matched), `answered by`. */
  readonly detail?: JsonObject;
}

export interface TaskOpening {
  /** Unique for ever; see Progress.life. */
  readonly taskId: string;
  readonly version: number;
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly visit: number;
  readonly item: number;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly priority: Json;
  readonly persons: readonly string[];
  readonly teams: readonly string[];
  readonly roles: readonly string[];
  readonly suggested: JsonObject;
  readonly show: JsonObject;
}
