/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/revisions/:hash | | RevisionView (never changes: cached for ever) |
 * | GET  /api/changes | server-sent events | event `ready` once, then `change` with data ChangeEvent; a comment every 15 s |
 */

/** Something changed; ask again about it. 'everything': changes were missed, ask again about all that is shown. */
export type ChangeEvent =
  | {
      readonly kind: 'case' | 'task' | 'incident' | 'mention' | 'reply';
      readonly id: string;
      readonly caseId: string | null;
    }
  /** Of a flow: its draft, a revision, a release, or (id 'flows') how flows stand among each other. */
  | { readonly kind: 'flow'; readonly id: string; readonly caseId: null }
  /** A question who somebody is was put, put anew, or answered. */
  | { readonly kind: 'who'; readonly id: string; readonly caseId: null }
  | { readonly kind: 'everything' };
