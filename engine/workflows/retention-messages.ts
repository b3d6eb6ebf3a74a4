import type { RetentionKind } from '../../definitions/model/retention.ts';

/** Name of the workflow type that takes away what is older than it is kept. */
export const RETENTION_WORKFLOW = 'retentionWorkflow';

/** What it is started with. Its own id is the id of the account that is kept of it. */
export interface RetentionStart {
  /** Who asked for it. */
  readonly by: string;
  /** How far the run came that this one continues. */
  readonly from?: { readonly kind: RetentionKind; readonly place: string | null };
}

/** What is asked of the store on the way; each may be asked twice. */
export interface RetentionActivities {
  beginRetention(run: { readonly runId: string; readonly by: string }): Promise<void>;
  /** Goes on with people whose erasure was broken off, and through their cases that were in work. */
  goOnErasing(): Promise<void>;
  /** Takes some batches away; answers where the next ones begin, null after the last. */
  takeOldAway(part: OldPart): Promise<{ readonly next: string | null }>;
  finishRetention(run: { readonly runId: string }): Promise<void>;
}

export interface OldPart {
  readonly runId: string;
  readonly kind: RetentionKind;
  /** Of random ids and dates alone. */
  readonly place: string | null;
}
