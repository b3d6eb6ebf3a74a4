import type { DraftContent } from '../flow/draft.ts';
import { applied } from './applied.ts';
import type { Change } from './change.ts';
import type { Conflict } from './conflict.ts';
import { difference } from './difference.ts';
import type { Edit } from './edit.ts';
import { rebase } from './rebase.ts';

export interface Replay {
  /** The content with all edits that go together with what others did. */
  readonly content: DraftContent;
  /** Those edits, fitting one on top of the other. */
  readonly edits: readonly Edit[];
  readonly refused: readonly Refused[];
}

/** One that was not made anew. Without conflicts it did not fit on what it was said to be made on. */
export interface Refused {
  readonly edit: Edit;
  readonly conflicts: readonly Conflict[];
  /** What leads from where it was made to where it did not go: `edits` up to `at` are part of it. */
  readonly theirs: readonly Change[];
  readonly at: number;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Edits that were made one after the other on `before`, made anew on `now`: what others left of it meanwhile. An edit
 * that builds on a refused one is refused with it.
 * @param known ids of edits that stand in `now` already
 */
export function replayed(
  before: DraftContent,
  now: DraftContent,
  edits: readonly Edit[],
  known: ReadonlySet<string> = NONE,
): Replay {
  const refused: Refused[] = [];
  const fitting: Edit[] = [];
  let [mine, content] = [before, now];
  for (const edit of edits) {
    const alone = applied(mine, edit.changes);
    if (!known.has(edit.id)) {
      // What others did, and what was refused of mine, as seen from where this edit was made.
      const theirs = difference(mine, content);
      const rebased = rebase(edit, theirs);
      const together = 'edit' in rebased ? applied(content, rebased.edit.changes) : undefined;
      if (together !== undefined && 'content' in together) {
        content = together.content;
        fitting.push({ ...edit, changes: together.made });
      } else {
        const conflicts = 'conflicts' in rebased ? rebased.conflicts : [];
        refused.push({ edit, conflicts, theirs, at: fitting.length });
      }
    }
    if ('content' in alone) mine = alone.content;
  }
  return { content, edits: fitting, refused };
}
