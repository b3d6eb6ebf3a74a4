import type { BrokenStep, CaseStatus, Worth } from './case.ts';

/** All that is given must hold. A list: one of them. */
export interface CaseFilter {
  readonly status?: readonly CaseStatus[];
  readonly person?: string;
  readonly team?: string;
  readonly channel?: string;
  readonly brand?: string;
  readonly brokenStep?: BrokenStep;
  readonly ownError?: boolean;
  readonly outcome?: string;
  readonly region?: string;
  readonly priority?: string;
  /** ISO 8601. */
  readonly dueBefore?: string;
  readonly revision?: string;
  readonly customerId?: string;
  /** Stands at this node now. */
  readonly node?: string;
  /** With `node`: of this flow; else of any. */
  readonly flow?: string;
  /** Its run goes, or went last, by a revision of this flow. */
  readonly ofFlow?: string;
  /** Its run has begun, and has come to rest since. */
  readonly begun?: boolean;
  /** What it was found to be worth; one that goes on in another case is left out. */
  readonly worth?: Worth;
  /** The company has answered it. */
  readonly answered?: boolean;
  /** The customer wrote again after the answer. */
  readonly wroteAgain?: boolean;
  /** ISO 8601. */
  readonly openedSince?: string;
  readonly importId?: string;
}
