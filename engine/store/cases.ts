import type { Json } from '../../definitions/flow/json.ts';
import type { Case, CaseStatus, Progress, Retry, TrailEntry } from '../../definitions/model/case.ts';
import type { CaseFilter } from '../../definitions/model/case-filter.ts';
import type { Page, PageRequest } from './page.ts';

export type { CaseFilter };

/** changed: latest change first. opened: newest first. due: most urgent first, only cases with a due time. */
export type CaseSort = 'changed' | 'opened' | 'due';

export interface CaseCounts {
  readonly byStatus: { readonly [status in CaseStatus]: number };
  /** Where the cases that are not over stand now. */
  readonly byNode: readonly { readonly flow: string; readonly node: string; readonly count: number }[];
}

/** Why somebody should look after a run. */
export type Lateness = 'did not wake' | 'did not report';
export interface LateCase {
  readonly caseId: string;
  readonly since: string;
}

/** Fields an activity or a person may set beside what the run reports; absent ones stay. */
export interface Assignment {
  readonly team?: string | null;
  readonly person?: string | null;
  readonly region?: string | null;
  readonly customerId?: string | null;
}

/** One occasion of an activity in a case. */
export type Occasion = Pick<Retry, 'scope' | 'node' | 'visit' | 'item'>;

/** A try of an activity that failed and is followed by another. */
export type FailedTry = Omit<Retry, 'since'> & {
  /** Version of the last report that the run had made when it asked for the activity. */
  readonly reported: number;
};

/** An open case that another may be one matter with, and why it is thought so. */
export interface CaseCandidate {
  readonly case: Case;
  readonly because: 'same customer' | 'same person' | 'search';
}

export interface CaseValues {
  readonly channels: readonly string[];
  readonly brands: readonly string[];
  readonly regions: readonly string[];
  readonly priorities: readonly string[];
}

export interface CaseStore {
  find(caseId: string): Promise<Case | null>;
  findMany(caseIds: readonly string[]): Promise<readonly Case[]>;
  list(filter: CaseFilter, page?: PageRequest & { readonly sort?: CaseSort }): Promise<Page<Case>>;
  counts(): Promise<CaseCounts>;
  /** Every brand that has a case, by name; not the one of cases in which nobody named one. */
  brands(): Promise<readonly string[]>;
  /** Channels, brands, regions and priorities of the thousand cases that changed last, each once, in order. */
  values(): Promise<CaseValues>;
  /** Cases with arrivals that Temporal was not told of, longest waiting first; only those waiting since before `olderThan`. */
  undelivered(
    limit: number,
    olderThan?: Date,
  ): Promise<readonly { readonly caseId: string; readonly seq: number }[]>;
  /** Temporal knows of everything up to `seq`; lower than before changes nothing. A run that it began is pinned to `revision`. */
  markDelivered(caseId: string, seq: number, revision?: string): Promise<void>;
  /**
   * Records how far a run has come: case, tasks, incidents and trail in one transaction. `applied` is false, and
   * nothing changed, when the version is not above the recorded one. `saved`, with a run's last progress, is its state
   * as JSON text, facts only: what a later run of the case starts from. A case that reads as closed can be reopened.
   */
  recordProgress(progress: Progress, saved?: string | null): Promise<{ readonly applied: boolean }>;
  /** The latest `limit` (default 5,000) entries of the way the case took, in order of `n`. */
  trail(caseId: string, limit?: number): Promise<readonly TrailEntry[]>;
  /**
   * What the runs of a case were told, report by report: events of the interpreter as JSON text, and the revision that
   * took them. What an older Earshot did is not among it.
   */
  told(caseId: string): Promise<readonly { readonly revision: string; readonly events: string }[]>;
  /** What the last run to close left behind. */
  savedState(caseId: string): Promise<{ readonly runId: string; readonly state: Json } | null>;
  /** Sets the owner (and region, customer) of a case. 'not found' for an unknown case. */
  assign(caseId: string, assignment: Assignment): Promise<Case>;
  /**
   * The follower goes on in the primary (or in what that one goes on in): its conversations move, it gets the
   * arrival 'continued in', the primary a message 'case joined' (each with the fact `by`), all in one transaction. The same link again
   * changes nothing; another one, or a cycle, is 'refused'. Answers the primary's id.
   */
  link(followerId: string, primaryId: string, by: string): Promise<{ readonly primaryCaseId: string }>;
  /**
   * Open cases that this one may be one matter with, latest change first: those whose title, people (handle, name) or
   * customer (name, account, e-mail) hold words that begin as each word of the search does; for an empty search those
   * of the same customer and people.
   */
  candidates(caseId: string, search: string, limit?: number): Promise<readonly CaseCandidate[]>;
  /** Cases that go on in this one. */
  followersOf(caseId: string): Promise<readonly string[]>;
  /** Ids of all cases that are not over, in no order. */
  goingOn(): Promise<readonly string[]>;
  /** A person acted on the run: it owes a report from now on, unless it owes one already. */
  expectReport(caseId: string): Promise<void>;
  /** Somebody looked: the run rests, and what was thought to be owed since then is not; unless something was delivered. */
  owesNothing(caseId: string, since: string): Promise<void>;
  /**
   * Notes that a try failed and is followed by another: since now, unless an earlier one was noted; the latest code
   * counts. Nothing is noted of what the run has reported to be past, nor of an unknown case. The run's next report
   * takes away what it is past by then. `isGuess`: a code that is noted already counts more.
   */
  noteRetry(caseId: string, failed: FailedTry, isGuess?: boolean): Promise<void>;
  /** It is not tried again any more. */
  clearRetry(caseId: string, occasion: Occasion): Promise<void>;
  /** Runs that should have woken, or have owed a report, since before `before`; longest first. */
  late(why: Lateness, before: Date, page?: PageRequest): Promise<Page<LateCase>>;
}
