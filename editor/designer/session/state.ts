import { applied } from '../../../definitions/edit/applied.ts';
import type { Change } from '../../../definitions/edit/change.ts';
import type { Conflict } from '../../../definitions/edit/conflict.ts';
import type { Edit } from '../../../definitions/edit/edit.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Named } from '../../../definitions/model/views/page.ts';

/**
 * An act that can be taken back, as it was made on what its author saw, and what became of that since: until the next
 * act of the same list, or until now. So the lists can be kept and read without any content.
 */
export interface Deed extends Edit {
  readonly since: readonly Change[];
}

/** An edit that does not stand in the draft; it is kept until its author says what becomes of it. */
export type SetAside =
  /**
   * It does not go together with what others did; `by`: with what of whom, where that is known. `since` leads from
   * where it was made to what its author sees.
   */
  | {
      readonly why: 'conflict';
      readonly edit: Edit;
      readonly conflicts: readonly Conflict[];
      readonly by?: readonly Named[];
      readonly since: readonly Change[];
    }
  /** The server does not take it, and says why. */
  | { readonly why: 'refused'; readonly edit: Edit; readonly sentence: string };

/** What is kept of a draft that somebody works on; everything else follows from it. */
export interface KeptSession {
  /** The draft as the server is known to have it. */
  readonly version: number;
  readonly confirmed: DraftContent;
  /** Edits that the server is not known to have, each made on top of the one before. */
  readonly pending: readonly Edit[];
  /** What can be taken back, and what can be done again; the latest is the last. Of very much the oldest is forgotten. */
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
  readonly aside: readonly SetAside[];
}

/** The same, with what its author sees: the confirmed content with all that is pending. */
export interface Session extends KeptSession {
  readonly content: DraftContent;
}

/** A draft as it was read, on which nothing was done yet. */
export function begun(version: number, content: DraftContent): Session {
  return { version, confirmed: content, content, pending: [], done: [], undone: [], aside: [] };
}

/** A session as it was kept; null if what was kept does not fit together. */
export function restored(kept: KeptSession): Session | null {
  const result = applied(
    kept.confirmed,
    kept.pending.flatMap(({ changes }) => changes),
  );
  return 'content' in result ? { ...kept, content: result.content } : null;
}
