/**
 * What somebody asked to have published where the installation wants another person's approval: held as it was seen
 * until a second person approves of it or sends it back, or who asked withdraws it.
 *
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/flows/:flowId/approval | | ApprovalState: whether approval is needed, and what was asked last |
 * | GET  /api/approvals/:id | | ApprovalView: all that is held, and what it is held against |
 * | POST /api/approvals/:id/approve | { digest } | ApprovalRow, and it is published; 'stale' when it was decided, and by whom; 'conflict' for who asked; 'ill-formed' when something else stands by now |
 * | POST /api/approvals/:id/send-back | { why } | ApprovalRow |
 * | POST /api/approvals/:id/withdraw | | ApprovalRow; 'conflict' for anybody but who asked |
 */
import type { Revision } from '../../flow/revision.ts';
import type { Scenarios } from '../../scenario/scenario.ts';
import type { Named } from './page.ts';

export const APPROVAL_STATES = ['waiting', 'approved', 'sent back', 'withdrawn'] as const;
export type ApprovalStatus = (typeof APPROVAL_STATES)[number];
/** A revision, one that is live from then on, or other stories beside the one that is live. */
export const WANTED = ['revision', 'live revision', 'stories'] as const;
export type Wanted = (typeof WANTED)[number];

export interface ApprovalRow {
  readonly id: string;
  readonly flowId: string;
  readonly name: string;
  readonly state: ApprovalStatus;
  readonly wants: Wanted;
  readonly by: Named;
  readonly at: string;
  readonly why: string;
  /** What stood against it, and did not keep its author from asking. */
  readonly despite: readonly string[];
  /** Who approved, sent back (and why) or withdrew; null: it waits. */
  readonly decided: { readonly by: Named; readonly at: string; readonly why: string | null } | null;
}

export interface ApprovalState {
  /** Whoever publishes here needs the approval of another person. */
  readonly isNeeded: boolean;
  readonly last: ApprovalRow | null;
}

export interface ApprovalView extends ApprovalRow {
  /** Of all that is held; who approves names it. */
  readonly digest: string;
  readonly revision: Revision;
  /** The stories that stand beside it once it is published. */
  readonly scenarios: Scenarios;
  /** What it was held against when it was asked for; null: the flow was never published. */
  readonly before: {
    readonly hash: string;
    readonly number: number;
    readonly isLive: boolean;
    readonly scenarios: Scenarios;
  } | null;
  /** What became of the draft that it was taken from; null: it came with none. */
  readonly draft: 'as asked' | 'changed since' | 'gone' | null;
  /** Something else stands by now, so it can only be sent back or withdrawn. */
  readonly isOvertaken: boolean;
  /** Whoever looks asked for it, so another decides. */
  readonly isMine: boolean;
}
