/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/cases | CaseFilter + limit, cursor | Page<CaseRow> |
 * | GET  /api/cases/counts | | CaseCounts |
 * | GET  /api/cases/values | | CaseValues |
 * | GET  /api/cases/:id/candidates | ?search= (none: of the same customer and people) | CaseCandidate[] |
 * | POST /api/cases/:id/link | { primaryCaseId, why? } | CaseRow (of the follower) |
 * | POST /api/cases/:id/cancel | { why } | 204 |
 */
import type { BrokenStep, CaseStatus, Position } from '../case.ts';
import type { CaseFilter as CaseConditions } from '../case-filter.ts';
import type { Named } from './page.ts';

/**
 * All of these may be absent; several values of one filter are repeated (`status=open&status=person`). As a person
 * 'me' stands for whoever asks.
 */
export interface CaseFilter extends CaseConditions {
  readonly sort?: 'changed' | 'opened' | 'due';
}

/** Where a case stands, with the step's name as drawn in its own revision. */
export interface PositionView extends Position {
  readonly name: string;
  readonly lane: string | null;
}

export interface CaseRow {
  readonly id: string;
  readonly title: string;
  readonly brand: string;
  readonly channel: string;
  readonly status: CaseStatus;
  readonly outcome: string | null;
  readonly owner: { readonly team: Named | null; readonly person: Named | null };
  readonly region: string | null;
  readonly priority: string | null;
  readonly dueAt: string | null;
  readonly brokenStep: BrokenStep | null;
  readonly ownError: boolean | null;
  readonly primaryCaseId: string | null;
  /** It came in as history: nothing is sent to anyone, nobody is escalated. */
  readonly history: boolean;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly closedAt: string | null;
  /** As its run reported last, and before those the steps that it is known to have come to since. */
  readonly positions: readonly PositionView[];
}

/** Values that the thousand cases that changed last have, each once, in order of the alphabet; for filters. */
export interface CaseValues {
  readonly channels: readonly string[];
  readonly brands: readonly string[];
  readonly regions: readonly string[];
  readonly priorities: readonly string[];
}

/** An open case that another may belong together with. */
export interface CaseCandidate {
  readonly id: string;
  readonly title: string;
  readonly channel: string;
  readonly status: CaseStatus;
  /** Handle or name of who wrote; null when that was erased. */
  readonly author: string | null;
  /** Name of the customer, if that is known. */
  readonly customer: string | null;
  readonly changedAt: string;
  readonly because: 'same customer' | 'same person' | 'search';
}

/** A case that goes on in another, or the one it goes on in; by whom, when and why, if a person said so. */
export type LinkedCase = Named & {
  readonly by: Named | null;
  readonly at: string | null;
  readonly why: string | null;
};

export interface CaseCounts {
  readonly byStatus: { readonly [status in CaseStatus]: number };
  /** How many open cases stand at each step. */
  readonly byNode: readonly { readonly flow: string; readonly node: string; readonly count: number }[];
}
