import { applied } from '../../../definitions/edit/applied.ts';
import { inverse, type Change } from '../../../definitions/edit/change.ts';
import { difference } from '../../../definitions/edit/difference.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Deed, SetAside } from './state.ts';

/** The list after something happened that is no deed of its own. */
export function withSince(deeds: readonly Deed[], changes: readonly Change[]): readonly Deed[] {
  const last = deeds.at(-1);
  if (last === undefined || changes.length === 0) return deeds;
  return [...deeds.slice(0, -1), { ...last, since: [...last.since, ...changes] }];
}

/** The list without deeds that came to nothing; what they did is part of what became of the one before. */
export function without(deeds: readonly Deed[], ids: ReadonlySet<string>): readonly Deed[] {
  if (!deeds.some(({ id }) => ids.has(id))) return deeds;
  return deeds.reduce<readonly Deed[]>(
    (kept, deed) => (ids.has(deed.id) ? withSince(kept, [...deed.changes, ...deed.since]) : [...kept, deed]),
    [],
  );
}

/**
 * The list without its last deed, which was taken back by `back`; `before` is what was seen then, `now` is seen since.
 * What others did in between is left over, and nothing else.
 */
export function withoutTakenBack(
  deeds: readonly Deed[],
  back: readonly Change[],
  { before, now }: { readonly before: DraftContent; readonly now: DraftContent },
): readonly Deed[] {
  const last = deeds.at(-1);
  const others = deeds.slice(0, -1);
  if (last === undefined || others.length === 0 || last.since.length === 0) return others;
  const start = applied(before, inverse([...last.changes, ...last.since]));
  return withSince(
    others,
    'content' in start ? difference(start.content, now) : [...last.changes, ...last.since, ...back],
  );
}

/** What was set aside, after what its author sees has changed. */
export function asideSince(aside: readonly SetAside[], changes: readonly Change[]): readonly SetAside[] {
  if (changes.length === 0) return aside;
  return aside.map((one) => (one.why === 'conflict' ? { ...one, since: [...one.since, ...changes] } : one));
}
