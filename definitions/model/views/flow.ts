/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/flows | | FlowRow[] (by name; archived ones too) |
 * | POST /api/flows | { name, copyOf?: { revision: hash } or { draft: flowId }, content?: DraftContent } | 201 DraftRow of a new flow; 'conflict' for a name that is taken |
 * | GET  /api/flows/:flowId/revisions | | RevisionRow[] (newest first) |
 * | POST /api/flows/:flowId/revisions | { revision: Revision, why, scenarios?, anyway?, live? } | 201 PublishedRow, live if asked; 202 Held where another person has to approve; 422 Problem with `issues` |
 * | GET  /api/flows/:flowId/releases | | ReleaseRow[] (newest first) |
 * | POST /api/flows/:flowId/releases | { hash, why } | 201 ReleaseRow; 202 Held |
 * | GET  /api/flows/:flowId/stories | | StoryChangeRow[] (newest first): when only its stories were changed |
 * | GET  /api/revisions/:hash | | RevisionView (never changes: cached for ever) |
 * | GET  /api/revisions/:hash/stories | | RevisionStories: those that stand beside it now |
 * | GET  /api/flows/:flowId/draft | | DraftView |
 * | POST /api/flows/:flowId/draft | { revision?: hash, instead?: version } | 201 DraftRow of a flow that has revisions; 'conflict' when it has a draft and none goes for it |
 * | GET  /api/flows/:flowId/draft/content | | DraftContentView |
 * | GET  /api/flows/:flowId/draft/edits | after: version, born? | EditsSince |
 * | POST /api/flows/:flowId/draft/edits | { base: version, edits: Edit[], born? } | AddedEdits; 422 when one does not fit |
 * | POST /api/flows/:flowId/draft/here | | DraftVisitors: who else has it open; to be sent again within 20 s |
 * | PUT  /api/flows/:flowId/draft | { version, name } | DraftRow; 'stale' when somebody changed it meanwhile, and who |
 * | POST /api/flows/:flowId/draft/discard | { version } | 204 |
 * | POST /api/flows/:flowId/draft/release | { version, why, born?, anyway? } | 201 PublishedRow, live, or with other stories where the flow itself is what is live; 202 Held where another person has to approve; 422 Problem with `issues`: also of scenarios that come out otherwise, unless `anyway`; 'conflict' when it was released before, and by whom, or when nothing is changed |
 * | POST /api/flows/:flowId/archive | { why } | FlowRow; 'conflict' while new cases begin with it |
 * | POST /api/flows/:flowId/bring-back | | FlowRow |
 * | POST /api/flows/:flowId/take-cases | { why } | FlowRow: new cases begin with it from now on, and with no other |
 * | GET  /api/activities | | ActivityRow[] |
 */
import type { ActivityContract } from '../../activity/contract.ts';
import type { Edit } from '../../edit/edit.ts';
import type { DraftContent } from '../../flow/draft.ts';
import type { Revision } from '../../flow/revision.ts';
import type { Scenarios } from '../../scenario/scenario.ts';
import type { ApprovalRow, Wanted } from './approval.ts';
import type { Named } from './page.ts';

export interface FlowRow {
  readonly id: string;
  readonly name: string;
  readonly revisions: number;
  readonly live: ReleaseRow | null;
  /** Null for a flow of which there is only a draft. */
  readonly newest: RevisionRow | null;
  readonly draft: DraftRow | null;
  /** What waits for the approval of another person than who asked; null: nothing does. */
  readonly waiting: Pick<ApprovalRow, 'id' | 'by' | 'at'> | null;
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

/** All that a draft holds, used or not. */
export interface DraftContentView {
  /** Tells it from earlier and later drafts of the flow. */
  readonly born: string;
  readonly version: number;
  readonly content: DraftContent;
}

/** An edit of a draft as it was taken: the version that it made, by whom and when. */
export interface TakenEditView extends Edit {
  readonly version: number;
  readonly by: Named;
  readonly at: string;
}

/** The edits after a version, in order; null: they do not go back to there, and the whole content has to be read. */
export interface EditsSince {
  readonly since: readonly TakenEditView[] | null;
}

/** What became of edits that were sent: all of them were made, or none, for somebody was faster. */
export type AddedEditsView =
  | { readonly taken: true; readonly version: number }
  | ({
      readonly taken: false;
      readonly version: number;
      /** Ids of those that stand in the draft already: they were sent before, and the answer was lost. */
      readonly known: readonly string[];
    } & EditsSince);

/** Who else has a draft open, by name. */
export interface DraftVisitors {
  readonly others: readonly Named[];
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

/** What publishing came to: a revision, one that is live, or other stories beside the one that is live. */
export interface PublishedRow extends RevisionRow {
  readonly became: Wanted;
}

/** Nothing was published yet: it waits for the approval of another person. */
export interface Held {
  readonly held: ApprovalRow;
}

/** The stories that stand beside a revision now. */
export interface RevisionStories {
  readonly scenarios: Scenarios;
}

/** The stories beside a revision were changed, and the revision was not. */
export interface StoryChangeRow extends Pick<
  RevisionRow,
  'flowId' | 'hash' | 'number' | 'by' | 'at' | 'why'
> {
  /** The draft that they came with, as its `born`; absent: they came with none. */
  readonly draft?: string;
  readonly approvedBy?: Named;
}

export interface RevisionView extends Omit<RevisionRow, 'live'> {
  readonly revision: Revision;
}

export interface ReleaseRow extends Pick<RevisionRow, 'flowId' | 'hash' | 'number' | 'by' | 'at' | 'why'> {
  /** The draft that became live, as its `born`; absent: it was a revision already. */
  readonly draft?: string;
  /** Who approved of it; absent: nobody had to. */
  readonly approvedBy?: Named;
}

export type ActivityRow = ActivityContract;
