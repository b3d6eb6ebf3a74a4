/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/flows | | FlowRow[] |
 * | GET  /api/flows/:flowId/revisions | | RevisionRow[] (newest first) |
 * | POST /api/flows/:flowId/revisions | { revision: Revision, why } | 201 RevisionRow; 422 Problem with `issues` |
 * | GET  /api/flows/:flowId/releases | | ReleaseRow[] (newest first) |
 * | POST /api/flows/:flowId/releases | { hash, why } | 201 ReleaseRow |
 * | GET  /api/revisions/:hash | | RevisionView (never changes: cached for ever) |
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
  readonly newest: RevisionRow;
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
