/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/flows | | FlowRow[] (by name; archived ones too) |
 * | POST /api/flows | { name, copyOf?: { revision: hash } or { draft: flowId } } | 201 DraftRow of a new flow; 'conflict' for a name that is taken |
 * | GET  /api/flows/:flowId/revisions | | RevisionRow[] (newest first) |
 * | POST /api/flows/:flowId/revisions | { revision: Revision, why } | 201 RevisionRow; 422 Problem with `issues` |
 * | GET  /api/flows/:flowId/releases | | ReleaseRow[] (newest first) |
 * | POST /api/flows/:flowId/releases | { hash, why } | 201 ReleaseRow |
 * | GET  /api/revisions/:hash | | RevisionView (never changes: cached for ever) |
 * | GET  /api/flows/:flowId/draft | | DraftView |
 * | PUT  /api/flows/:flowId/draft | { version, name } | DraftRow; 'stale' when somebody changed it meanwhile, and who |
 * | POST /api/flows/:flowId/draft/discard | { version } | 204 |
 * | POST /api/flows/:flowId/draft/release | { version, why } | 201 RevisionRow, live; 422 Problem with `issues` |
 * | POST /api/flows/:flowId/archive | { why } | FlowRow; 'conflict' while new cases begin with it |
 * | POST /api/flows/:flowId/bring-back | | FlowRow |
 * | POST /api/flows/:flowId/take-cases | { why } | FlowRow: new cases begin with it from now on, and with no other |
 * | GET  /api/activities | | ActivityRow[] |
 */
import type { ActivityContract } from '../../activity/contract.ts';
import type { Revision } from '../../flow/revision.ts';
import type { Named } from './page.ts';

export interface FlowRow {
  readonly id: string;
  readonly name: string;
  readonly revisions: number;
  readonly live: ReleaseRow | null;
  /** Null for a flow of which there is only a draft. */
  readonly newest: RevisionRow | null;
  readonly draft: DraftRow | null;
  /** Out of the way. Cases that run by it go on. */
  readonly archived: { readonly by: Named; readonly at: string; readonly why: string } | null;
  /** New cases begin with it; true of exactly one. */
  readonly takesCases: boolean;
}

/** A flow that is not released yet; `version` counts every change, and who changes it names the one they saw. */
export interface DraftRow {
  readonly flowId: string;
  readonly name: string;
  readonly version: number;
  readonly by: Named;
  readonly at: string;
}

export interface DraftView extends DraftRow {
  /** What would be published, wrong as it may be. */
  readonly revision: Revision;
  /** What `check` finds, errors first. */
  readonly findings: readonly Finding[];
  /** No error is among them. */
  readonly mayRelease: boolean;
}

/** One thing that is wrong with a drawing, or that its author should weigh. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Of the flow that it is about: the drawing's own, or one that it calls. */
  readonly flow: Named;
  readonly step: Named | null;
}

export interface RevisionRow {
  readonly hash: string;
  readonly flowId: string;
  readonly name: string;
  readonly number: number;
  readonly by: Named;
  readonly at: string;
  readonly why: string;
  readonly live: boolean;
}

export interface RevisionView extends Omit<RevisionRow, 'live'> {
  readonly revision: Revision;
}

export type ReleaseRow = Pick<RevisionRow, 'flowId' | 'hash' | 'number' | 'by' | 'at' | 'why'>;

export type ActivityRow = ActivityContract;
