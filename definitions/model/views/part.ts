/**
 * Decision tables and word lists, of every flow that is not archived: those of the revision that is live, or of the
 * newest one as long as none is.
 *
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/parts | | PartRow[] (tables first, each kind by name) |
 * | GET  /api/parts/:kind/:partId | kind: table or word-list | PartView |
 */
import type { PartKind } from '../../flow/part-kind.ts';
import type { RevisionRow } from './flow.ts';
import type { Named } from './page.ts';

export interface PartRow {
  readonly kind: PartKind;
  readonly id: string;
  readonly name: string;
  /** Its rows, or its words. */
  readonly size: number;
  /** The flows that it belongs to. In each it may have another content. */
  readonly flows: readonly Named[];
  /** How many revisions of these flows changed it. */
  readonly changes: number;
  /** The last of them. */
  readonly last: PartRevision;
}

/** A revision of a flow that changed the part. */
export interface PartRevision extends RevisionRow {
  /** The part is live with the content that it has here. */
  readonly live: boolean;
  readonly size: number;
}

export interface PartView extends Pick<PartRow, 'kind' | 'id' | 'name'> {
  readonly flows: readonly PartInFlow[];
}
export interface PartInFlow {
  readonly flow: Named;
  /** The revisions that changed it, newest first; never empty. */
  readonly revisions: readonly PartRevision[];
}
