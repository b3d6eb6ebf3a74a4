import type { Address } from './address.ts';
import type { Change } from './change.ts';
import { canStand, type Conflict } from './conflict.ts';
import type { Edit } from './edit.ts';
import { emitted, type Redirect } from './emit.ts';
import { merge } from './merge.ts';

export type Rebased = { readonly edit: Edit } | { readonly conflicts: readonly Conflict[] };

/**
 * Mine, made on a content to which others applied theirs first, as an edit that fits on top of theirs: what they did
 * alike is left out, and what should stand behind an item that they moved or removed stands where that was. Or where
 * the two do not go together: then none of mine is made. Of theirs the changes as they were made (`Applied`).
 */
export function rebase(mine: Edit, theirs: readonly Change[]): Rebased {
  const merged = merge(mine.changes, theirs);
  if (merged.conflicts.length > 0) return { conflicts: merged.conflicts };
  return { edit: { ...mine, changes: emitted(merged, redirectOf(theirs)) } };
}

/**
 * A choice between two edits that do not go together. 'mine': mine on top of theirs so that it stands; if what it is
 * about is gone it cannot, and the conflicts that say so are given. 'theirs': mine is dropped, nothing is left to do.
 */
export function settled(mine: Edit, theirs: readonly Change[], choice: 'mine' | 'theirs'): Rebased {
  if (choice === 'theirs') return { edit: { ...mine, changes: [] } };
  const merged = merge(mine.changes, theirs);
  const gone = merged.conflicts.filter((each) => !canStand(each));
  if (gone.length > 0) return { conflicts: gone };
  return { edit: { ...mine, changes: emitted(merged, redirectOf(theirs)) } };
}

/** For each item that went or moved, what stands in the end where it stood. Found from the last change to the first. */
function redirectOf(changes: readonly Change[]): Redirect {
  const lists = new Map<Address, Map<string, string | null>>();
  for (const change of changes.toReversed()) {
    if (change.do === 'set') continue;
    const known = lists.get(change.list) ?? new Map<string, string | null>();
    lists.set(change.list, known);
    if (change.do === 'add') known.delete(change.key);
    else {
      const stood = change.do === 'move' ? change.from : change.after;
      known.set(change.key, stood === null ? null : redirected(known, stood));
    }
  }
  return (list, key) => redirected(lists.get(list), key);
}

function redirected(known: ReadonlyMap<string, string | null> | undefined, key: string): string | null {
  const to = known?.get(key);
  return to === undefined ? key : to;
}
